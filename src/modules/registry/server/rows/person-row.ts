import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Sealing, Secrets } from '../../../../platform/secrets/secrets.ts'
import { isOpenFile, type PersonState } from '../../domain/file-state.ts'
import { type SearchKey, soundOf, tailsOf } from './search-keys.ts'

/** A row of registry.people as it is read. */
export interface PersonColumns {
  id: PersonId
  unit_code: UnitCode
  status: PersonState['status']
  version: number
  name: string
  sex: PersonState['sex']
  born_on: PlainDate
  citizen_id: Buffer
  phone: Buffer | null
  address: Buffer | null
  bank_card: Buffer | null
  household_region: string
  residence_region: string | null
  political_status: PersonState['politicalStatus']
  marital_status: PersonState['maritalStatus']
  education: PersonState['education']
  employment: PersonState['employment']
  living: PersonState['living']
  deceased_on: PlainDate | null
  completeness: number
  captured_on: PlainDate
  updated_at: string
  last_contact_on: PlainDate | null
  merged_into: string | null
}

export const PERSON_COLUMNS = `p.id, p.unit_code, p.status, p.version, p.name, p.sex, p.born_on, p.citizen_id, p.phone, p.address, p.bank_card,
  p.household_region, p.residence_region, p.political_status, p.marital_status, p.education, p.employment, p.living, p.deceased_on,
  p.completeness, p.captured_on, p.updated_at, p.last_contact_on, p.merged_into`

type SealedField = 'citizen_id' | 'phone' | 'address' | 'bank_card'

/** Opens and closes the encrypted columns of a person; each ciphertext is bound to its column and to the person's id. */
export const openField = (
  secrets: Secrets,
  field: SealedField,
  row: { id: string } & { [Field in SealedField]?: Buffer | null },
): string | null => {
  const sealed = row[field]
  return sealed ? secrets.decrypt(`registry.people.${field}`, row.id, sealed) : null
}

/** The encrypted columns of a person. */
export type SealedFields = Readonly<Record<SealedField, Buffer | null>>

/** Seals what is personal in many persons, column by column. */
export function sealFields(secrets: Sealing, people: readonly { readonly id: string; readonly state: PersonState }[]): SealedFields[] {
  const column = (field: SealedField, plainOf: (state: PersonState) => string | null): (Buffer | null)[] => {
    const filled = people.flatMap(({ id, state }) => {
      const plain = plainOf(state)
      return plain === null ? [] : [{ rowId: id, plain }]
    })
    const sealed = secrets.encryptMany(`registry.people.${field}`, filled)
    let at = 0
    return people.map(({ state }) => (plainOf(state) === null ? null : (sealed[at++] ?? null)))
  }
  const citizenIds = column('citizen_id', (state) => state.citizenId)
  const phones = column('phone', (state) => state.phone)
  const addresses = column('address', (state) => state.address)
  const cards = column('bank_card', (state) => state.bankCard)
  return people.map((_, at) => ({
    citizen_id: citizenIds[at] ?? null,
    phone: phones[at] ?? null,
    address: addresses[at] ?? null,
    bank_card: cards[at] ?? null,
  }))
}

const sealOne = (secrets: Sealing, id: string, state: PersonState): SealedFields => {
  const [sealed] = sealFields(secrets, [{ id, state }])
  if (!sealed) throw new Error('a person was given, and none was sealed')
  return sealed
}

export function personStateOf(row: PersonColumns, secrets: Secrets): PersonState {
  return {
    name: row.name,
    citizenId: openField(secrets, 'citizen_id', row) ?? '',
    sex: row.sex,
    bornOn: row.born_on,
    phone: openField(secrets, 'phone', row),
    address: openField(secrets, 'address', row),
    bankCard: openField(secrets, 'bank_card', row),
    householdRegion: row.household_region,
    residenceRegion: row.residence_region,
    politicalStatus: row.political_status,
    maritalStatus: row.marital_status,
    education: row.education,
    employment: row.employment,
    living: row.living,
    deceasedOn: row.deceased_on,
    status: row.status,
    mergedInto: row.merged_into,
  }
}

/** The keyed hash by which a citizen is known in the whole nation. */
export const citizenIndex = (secrets: Sealing, citizenId: string): Buffer => secrets.blindIndex('registry.people.citizen_id', citizenId)

export const phoneIndex = (secrets: Sealing, phone: string | null): Buffer | null =>
  phone === null ? null : secrets.blindIndex('registry.people.phone', phone)

interface Derived {
  readonly secrets: Sealing
  readonly keys: readonly SearchKey[]
  /** The citizen's keyed hash, where it has been worked out already. */
  readonly index?: Buffer | undefined
  /** The encrypted columns, where they have been sealed already. */
  readonly sealed?: SealedFields | undefined
}

/** The columns that a state fills, in the order of `STATE_COLUMNS`; `keys` are its search keys. */
export function stateValues(id: string, state: PersonState, about: Derived): unknown[] {
  const { secrets, keys, index = citizenIndex(secrets, state.citizenId), sealed = sealOne(secrets, id, state) } = about
  const isFound = isOpenFile(state)
  return [
    state.status,
    state.name,
    state.sex,
    state.bornOn,
    sealed.citizen_id,
    index,
    sealed.phone,
    phoneIndex(secrets, state.phone),
    sealed.address,
    sealed.bank_card,
    state.householdRegion,
    state.residenceRegion,
    state.politicalStatus,
    state.maritalStatus,
    state.education,
    state.employment,
    state.living,
    state.deceasedOn,
    state.mergedInto,
    soundOf(keys),
    isFound ? tailsOf(secrets, 'phone', state.phone?.replace(/\D/g, '') ?? '') : null,
    isFound ? tailsOf(secrets, 'id', state.citizenId) : null,
  ]
}

export const STATE_COLUMNS = [
  'status',
  'name',
  'sex',
  'born_on',
  'citizen_id',
  'citizen_id_index',
  'phone',
  'phone_index',
  'address',
  'bank_card',
  'household_region',
  'residence_region',
  'political_status',
  'marital_status',
  'education',
  'employment',
  'living',
  'deceased_on',
  'merged_into',
  'name_sound',
  'phone_tail',
  'id_end',
] as const
