import { maskName } from '../../../../kernel/mask.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { IdentityFields, type ServiceFields } from '../../contract.ts'
import { type FileState, isOpenIdentity, type PersonState, type ServiceState } from '../../domain/file-state.ts'
import { readIdentity, readService } from '../file/check-file.ts'
import { findClass } from '../file/entitlement-classes.ts'
import { freshId } from '../file/fresh-id.ts'
import type { CheckedRow } from './check-row.ts'
import { type RowIssue, rowIssueOf } from './row-issue.ts'

/** A file as it will be, or why the row cannot be taken in. */
export type Merged = { readonly state: FileState } | { readonly issues: readonly RowIssue[] }

type Complete = Pick<PersonState, 'name' | 'citizenId' | 'sex' | 'bornOn' | 'householdRegion'>

/**
 * Field by field, as everything here is that is made once a row: objects that are spread out of others of many shapes
 * have a shape of their own each, and the shapes of a hundred thousand rows cost more than the rows.
 */
const freshPerson = (values: Partial<PersonState> & Complete): PersonState => ({
  name: values.name,
  citizenId: values.citizenId,
  sex: values.sex,
  bornOn: values.bornOn,
  phone: values.phone ?? null,
  address: values.address ?? null,
  bankCard: values.bankCard ?? null,
  householdRegion: values.householdRegion,
  residenceRegion: values.residenceRegion ?? null,
  politicalStatus: values.politicalStatus ?? null,
  maritalStatus: values.maritalStatus ?? null,
  education: values.education ?? null,
  employment: values.employment ?? null,
  living: values.living ?? null,
  deceasedOn: null,
  status: 'active',
  mergedInto: null,
})

function isWhole(values: Partial<PersonState>): values is Partial<PersonState> & Complete {
  return values.name !== undefined && values.citizenId !== undefined && values.householdRegion !== undefined && values.bornOn !== undefined
}

/** The file that a row opens. */
export function openFromRow(row: CheckedRow, today: PlainDate): Merged {
  const missing = (['name', 'householdRegion'] as const).filter((key) => row.values[key] === undefined)
  if (missing.length > 0 || !isWhole(row.values)) return { issues: missing.map((key) => ({ key, code: 'missing' })) }
  return withParts({ person: freshPerson(row.values), service: [], identities: [], kin: [] }, row, today)
}

/**
 * A known file with what the row says laid over it: what is filled in the row replaces, what is empty leaves alone. A row
 * under another name is not taken for a new name: far more often the id number was copied from the wrong line.
 */
export function fillFromRow(file: FileState, row: CheckedRow, today: PlainDate): Merged {
  const { name } = row.values
  if (name !== undefined && name !== file.person.name) {
    const said = `与这个身份证号的档案（${maskName(file.person.name)}）不同，请核对身份证号；确需改名的请在档案里修改`
    return { issues: [{ key: 'name', code: 'other-name', said }] }
  }
  return withParts({ ...file, person: { ...file.person, ...row.values } }, row, today)
}

function withParts(state: FileState, row: CheckedRow, today: PlainDate): Merged {
  const about = { bornOn: state.person.bornOn, today }
  const service = serviceOf(state.service, row, about)
  const identities = identitiesOf(state, row, about)
  const issues = [...service.issues, ...identities.issues]
  return issues.length > 0
    ? { issues }
    : { state: { person: state.person, service: service.value, identities: [...state.identities, ...identities.value], kin: state.kin } }
}

interface About {
  readonly bornOn: PlainDate
  readonly today: PlainDate
}

/** The spell that a row speaks of: the one with its day of enlistment, or the only one; a first one where there is none. */
function serviceOf(
  known: readonly ServiceState[],
  { typed }: CheckedRow,
  about: About,
): { value: readonly ServiceState[]; issues: RowIssue[] } {
  const { rankGroup, branch, placementWay } = typed.codes
  const { enlistedOn, dischargedOn } = typed.days
  if ((enlistedOn ?? dischargedOn ?? rankGroup ?? branch ?? placementWay) === undefined) return { value: known, issues: [] }
  const at = known.length === 1 ? 0 : known.findIndex((spell) => enlistedOn !== undefined && spell.enlistedOn === enlistedOn)
  if (at < 0 && known.length > 0) {
    const why = '档案里有多段服役，分不清是哪一段，请在档案里修改'
    return { value: known, issues: [{ key: 'enlistedOn', code: 'several-spells', said: why }] }
  }
  const said = { enlistedOn, dischargedOn, rankGroup, branch, placementWay } as Said
  const laid = known.length === 0 ? [laidOver(undefined, said)] : known.map((spell, place) => laidOver(spell, place === at ? said : {}))
  const { value, issues } = readService(laid, { ...about, known })
  return { value, issues: issues.map(rowIssueOf) }
}

type Said = {
  readonly [Field in 'enlistedOn' | 'dischargedOn' | 'rankGroup' | 'branch' | 'placementWay']?: ServiceState[Field] | undefined
}

const laidOver = (spell: ServiceState | undefined, said: Said): ServiceFields => ({
  enlistedOn: said.enlistedOn ?? spell?.enlistedOn,
  dischargedOn: said.dischargedOn ?? spell?.dischargedOn,
  rankGroup: said.rankGroup ?? spell?.rankGroup,
  branch: said.branch ?? spell?.branch,
  placementWay: said.placementWay ?? spell?.placementWay,
  honours: spell?.honours.map(({ kind, year }) => ({ kind, year })) ?? [],
  combat: spell?.combat ?? false,
  nuclearTest: spell?.nuclearTest ?? false,
})

/** Classes that the file does not hold yet. What is held already is changed by those who decide on it, not by a workbook. */
function identitiesOf(state: FileState, { typed }: CheckedRow, about: About) {
  const held = state.identities.filter(isOpenIdentity).map(({ classCode }) => classCode)
  const fresh = typed.classes.filter((code) => !held.includes(code))
  const read = fresh.map((classCode) => {
    const isGraded = findClass(classCode)?.graded === true
    const { cause } = typed.codes
    const basis = typed.text.basis === undefined ? undefined : IdentityFields.shape.basis.parse(typed.text.basis)
    // The words of a cell lead to codes of the form and to nothing else.
    const typedAs = { classCode, basis, grade: isGraded ? typed.grade : undefined, cause: isGraded ? cause : undefined } as IdentityFields
    return readIdentity(typedAs, { ...about, at: '', id: freshId() })
  })
  return { value: read.map(({ value }) => value), issues: read.flatMap(({ issues }) => issues.map(rowIssueOf)) }
}
