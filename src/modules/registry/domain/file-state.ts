import type { PlainDate } from '../../../kernel/plain-date.ts'
import type {
  BRANCHES,
  DISABILITY_CAUSES,
  EDUCATIONS,
  EMPLOYMENTS,
  FILE_FIELDS,
  HONOUR_KINDS,
  IDENTITY_STATUSES,
  KIN_RELATIONS,
  LIVINGS,
  MARITAL_STATUSES,
  PERSON_STATUSES,
  PLACEMENT_WAYS,
  POLITICAL_STATUSES,
  RANK_GROUPS,
} from './codes.ts'

type OneOf<List extends readonly unknown[]> = List[number]

export type FileField = OneOf<typeof FILE_FIELDS>

/** The scalar part of a file, checked and in normal form. */
export interface PersonState {
  readonly name: string
  readonly citizenId: string
  readonly sex: 'male' | 'female'
  readonly bornOn: PlainDate
  readonly phone: string | null
  readonly address: string | null
  readonly bankCard: string | null
  readonly householdRegion: string
  readonly residenceRegion: string | null
  readonly politicalStatus: OneOf<typeof POLITICAL_STATUSES> | null
  readonly maritalStatus: OneOf<typeof MARITAL_STATUSES> | null
  readonly education: OneOf<typeof EDUCATIONS> | null
  readonly employment: OneOf<typeof EMPLOYMENTS> | null
  readonly living: OneOf<typeof LIVINGS> | null
  readonly deceasedOn: PlainDate | null
  readonly status: OneOf<typeof PERSON_STATUSES>
  readonly mergedInto: string | null
}

export interface ServiceState {
  readonly id: string
  readonly enlistedOn: PlainDate | null
  readonly dischargedOn: PlainDate | null
  readonly rankGroup: OneOf<typeof RANK_GROUPS> | null
  readonly branch: OneOf<typeof BRANCHES> | null
  readonly placementWay: OneOf<typeof PLACEMENT_WAYS> | null
  readonly honours: readonly { readonly kind: OneOf<typeof HONOUR_KINDS>; readonly year: number | null }[]
  readonly combat: boolean
  readonly nuclearTest: boolean
}

export interface IdentityState {
  readonly id: string
  readonly classCode: string
  readonly grade: number | null
  readonly cause: OneOf<typeof DISABILITY_CAUSES> | null
  readonly basis: string | null
  readonly status: OneOf<typeof IDENTITY_STATUSES>
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
}

export interface KinState {
  readonly id: string
  readonly relation: OneOf<typeof KIN_RELATIONS>
  readonly name: string
  readonly phone: string | null
  readonly bornOn: PlainDate | null
  readonly isContact: boolean
  readonly kinPersonId: string | null
}

/** A whole file at one moment: what a version keeps, encrypted. */
export interface FileState {
  readonly person: PersonState
  readonly service: readonly ServiceState[]
  readonly identities: readonly IdentityState[]
  readonly kin: readonly KinState[]
}

export const isOpenIdentity = (identity: Pick<IdentityState, 'toOn' | 'status'>): boolean =>
  identity.toOn === null && identity.status !== 'ended'

/** Someone whom a station serves: an open file of the living. The figures count these. */
export const isClient = (person: Pick<PersonState, 'status'>): boolean => person.status === 'active'

/** A file that may be changed. */
export const isOpenFile = (person: Pick<PersonState, 'status'>): boolean => person.status === 'active' || person.status === 'deceased'
