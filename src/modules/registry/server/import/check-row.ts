import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { isWithin, type RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import { checkFields } from '../../domain/check-fields.ts'
import type { PersonState } from '../../domain/file-state.ts'
import type { ImportKey } from './import-fields.ts'
import { codeIn, type Places } from './places.ts'
import type { TypedRow } from './read-row.ts'
import { type RowIssue, rowIssueOf } from './row-issue.ts'

/** A row whose fields have been checked one by one; whether it opens a file or fills one is not known yet. */
export interface CheckedRow {
  readonly typed: TypedRow
  /** The station of a new file: the row's own, or the one the workbook is imported for. */
  readonly unitCode: UnitCode
  readonly values: Partial<PersonState>
  readonly issues: readonly RowIssue[]
}

/** The words lead to the codes of the form and to nothing else. */
type Codes = Partial<Pick<PersonState, 'sex' | 'politicalStatus' | 'maritalStatus' | 'education' | 'employment' | 'living'>>

/** The columns that name a place. */
export const PLACE_KEYS = ['unit', 'householdRegion', 'residenceRegion'] as const

/** The codes of places in a row that may lie outside the range of the import: to be asked for before the check. */
export const placeCodesOf = ({ text }: TypedRow): RegionCode[] =>
  PLACE_KEYS.flatMap((key) => {
    const typed = text[key]
    const code = typed === undefined ? undefined : codeIn(typed)
    return code === undefined ? [] : [code]
  })

/** Checks what can be checked without the file: each field by the rules of capture. */
export function checkRow(
  typed: TypedRow,
  about: { places: Pick<Places, 'range' | 'find'>; unitCode: UnitCode; today: PlainDate },
): CheckedRow {
  const { text, days } = typed
  const issues: RowIssue[] = [...typed.issues]
  const place = (key: ImportKey): RegionCode | undefined => {
    const written = text[key]
    if (written === undefined) return undefined
    const found = about.places.find(written)
    if ('code' in found) return found.code
    issues.push({ key, code: found.issue, ...(found.count === undefined ? {} : { params: { count: found.count } }) })
    return undefined
  }
  const [unit, householdRegion, residenceRegion] = [place('unit'), place('householdRegion'), place('residenceRegion')]
  if (unit !== undefined && !isWithin(unit, about.places.range)) issues.push({ key: 'unit', code: 'outside-range' })
  if (text.citizenId === undefined && !typed.issues.some(({ key }) => key === 'citizenId'))
    issues.push({ key: 'citizenId', code: 'missing' })

  const { name, citizenId, phone, address, bankCard } = text
  const { sex, politicalStatus, maritalStatus, education, employment, living } = typed.codes as Codes
  const { bornOn } = days
  const written = { name, citizenId, sex, bornOn, phone, address, bankCard, householdRegion, residenceRegion }
  const checked = checkFields(Object.assign(written, { politicalStatus, maritalStatus, education, employment, living }), about.today)
  return {
    typed,
    unitCode: (unit ?? about.unitCode) as UnitCode,
    values: withoutGaps(checked.values),
    issues: checked.issues.length === 0 ? issues : [...issues, ...checked.issues.map(rowIssueOf)],
  }
}

/** Without the members that say nothing: an empty cell never blanks a field. */
function withoutGaps(values: Partial<PersonState>): Partial<PersonState> {
  const filled: Record<string, unknown> = {}
  for (const field in values) {
    const value = values[field as keyof PersonState]
    if (value !== null && value !== undefined) filled[field] = value
  }
  return filled as Partial<PersonState>
}
