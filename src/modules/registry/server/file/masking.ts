import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import { ageOn, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { PersonFile, PersonRow } from '../../contract.ts'
import { isOpenIdentity } from '../../domain/file-state.ts'
import { openField, type PersonColumns } from '../rows/person-row.ts'
import type { LoadedFile } from './load-file.ts'

const masked = (mask: (value: string) => string, value: string | null): string | null => (value === null ? null : mask(value))

/** The age that is shown: of the dead, the one they reached. */
const ageOf = (bornOn: PlainDate, deceasedOn: PlainDate | null, today: PlainDate): number => ageOn(bornOn, deceasedOn ?? today)

export type ListedColumns = Pick<
  PersonColumns,
  | 'id'
  | 'unit_code'
  | 'status'
  | 'name'
  | 'sex'
  | 'born_on'
  | 'citizen_id'
  | 'phone'
  | 'address'
  | 'deceased_on'
  | 'completeness'
  | 'last_contact_on'
> & { classes: string[] }

export const LISTED_COLUMNS = `p.id, p.unit_code, p.status, p.name, p.sex, p.born_on, p.citizen_id, p.phone, p.address, p.deceased_on,
  p.completeness, p.last_contact_on,
  array(select i.class_code from registry.entitled_identities i
         where i.bureau_code = p.bureau_code and i.person_id = p.id and i.to_on is null and i.status <> 'ended' order by 1) as classes`

/** A person as a list shows them. Nothing unmasked leaves by this way. */
export function maskedRow(row: ListedColumns, { secrets, today }: Pick<ViewContext, 'secrets' | 'today'>): PersonRow {
  return {
    id: row.id,
    unitCode: row.unit_code,
    status: row.status,
    nameMasked: maskName(row.name),
    sex: row.sex,
    age: ageOf(row.born_on, row.deceased_on, today),
    citizenIdMasked: maskCitizenId(openField(secrets, 'citizen_id', row) ?? ''),
    phoneMasked: masked(maskPhone, openField(secrets, 'phone', row)),
    addressMasked: masked(maskAddress, openField(secrets, 'address', row)),
    classes: row.classes,
    completeness: row.completeness,
    lastContactOn: row.last_contact_on,
  }
}

/** The part of a file that is the same for every reader, masked. */
export function maskedFile(file: LoadedFile, today: PlainDate): Omit<PersonFile, 'can' | 'unmaskings90' | 'missing'> {
  const { person, service, identities, kin } = file.state
  return {
    id: file.id,
    unitCode: file.unitCode,
    version: file.version,
    completeness: file.completeness,
    capturedOn: file.capturedOn,
    updatedAt: file.updatedAt,
    lastContactOn: file.lastContactOn,
    status: person.status,
    nameMasked: maskName(person.name),
    sex: person.sex,
    age: ageOf(person.bornOn, person.deceasedOn, today),
    birthYear: Number(person.bornOn.slice(0, 4)),
    citizenIdMasked: maskCitizenId(person.citizenId),
    phoneMasked: masked(maskPhone, person.phone),
    addressMasked: masked(maskAddress, person.address),
    bankCardMasked: masked(maskBankCard, person.bankCard),
    householdRegion: person.householdRegion as PersonFile['householdRegion'],
    residenceRegion: person.residenceRegion as PersonFile['residenceRegion'],
    politicalStatus: person.politicalStatus,
    maritalStatus: person.maritalStatus,
    education: person.education,
    employment: person.employment,
    living: person.living,
    deceasedOn: person.deceasedOn,
    mergedInto: person.mergedInto as PersonFile['mergedInto'],
    service: service.map((spell) => ({ ...spell, honours: [...spell.honours] })),
    identities: [...identities],
    kin: kin.map((member) => ({
      id: member.id,
      relation: member.relation,
      nameMasked: maskName(member.name),
      phoneMasked: masked(maskPhone, member.phone),
      age: member.bornOn === null ? null : ageOn(member.bornOn, today),
      isContact: member.isContact,
      kinPersonId: member.kinPersonId as PersonFile['id'] | null,
    })),
  }
}

/** What another station is shown of someone it is offered. */
export const transferCardOf = ({ state }: LoadedFile, today: PlainDate) => ({
  nameMasked: maskName(state.person.name),
  sex: state.person.sex,
  age: ageOf(state.person.bornOn, state.person.deceasedOn, today),
  classes: state.identities.filter(isOpenIdentity).map(({ classCode }) => classCode),
})
