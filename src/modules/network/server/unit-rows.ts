import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode, Tier, UnitCode } from '../../../kernel/region-code.ts'
import type { ServiceUnit, StaffPost } from '../contract.ts'

export interface UnitColumns {
  readonly unit_code: UnitCode
  readonly division_code: RegionCode
  readonly kind: ServiceUnit['kind']
  readonly tier: Tier
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly opening_hours: string
  readonly amenities: string[]
  readonly status: ServiceUnit['status']
  readonly opened_on: PlainDate | null
  readonly closed_on: PlainDate | null
  readonly merged_into_code: UnitCode | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly shares_paf_venue: boolean
  readonly is_branch: boolean
  readonly revision: number
}

export const UNIT_COLUMNS = `u.unit_code, u.division_code, u.kind, u.tier, u.name, u.address, u.phone, u.opening_hours, u.amenities, u.status,
  u.opened_on, u.closed_on, u.merged_into_code, u.latitude, u.longitude, u.shares_paf_venue, u.is_branch, u.revision`

export const unitOf = (row: UnitColumns): ServiceUnit => ({
  unitCode: row.unit_code,
  kind: row.kind,
  tier: row.tier,
  name: row.name,
  address: row.address,
  phone: row.phone,
  openingHours: row.opening_hours,
  amenities: row.amenities,
  place: row.latitude === null || row.longitude === null ? undefined : { latitude: Number(row.latitude), longitude: Number(row.longitude) },
  sharesPafVenue: row.shares_paf_venue,
  isBranch: row.is_branch,
  status: row.status,
  openedOn: row.opened_on ?? undefined,
  closedOn: row.closed_on ?? undefined,
  mergedIntoCode: row.merged_into_code ?? undefined,
  revision: row.revision,
})

export interface PostColumns {
  readonly post_id: string
  readonly unit_code: UnitCode
  readonly staff_id: string
  readonly staff_name: string
  readonly post_type: StaffPost['postType']
  readonly is_veteran: boolean
  readonly is_party_member: boolean
  readonly duties: string[]
  readonly from_on: PlainDate
  readonly to_on: PlainDate | null
}

export const POST_COLUMNS =
  'p.post_id, p.unit_code, p.staff_id, p.staff_name, p.post_type, p.is_veteran, p.is_party_member, p.duties, p.from_on, p.to_on'

export const postOf = (row: PostColumns): StaffPost => ({
  postId: row.post_id,
  unitCode: row.unit_code,
  staffId: row.staff_id,
  staffName: row.staff_name,
  postType: row.post_type,
  isVeteran: row.is_veteran,
  isPartyMember: row.is_party_member,
  duties: row.duties,
  fromOn: row.from_on,
  toOn: row.to_on ?? undefined,
})
