import { normaliseName, repairText } from '../../../kernel/chinese-text.ts'
import { parseCitizenId } from '../../../kernel/citizen-id.ts'
import { withoutSpaces } from '../../../kernel/half-width.ts'
import { parsePhone } from '../../../kernel/phone.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type FieldIssue, misread, type Reading, read } from './field-issue.ts'
import type { PersonState } from './file-state.ts'

/** What was typed of a person: a field left out is not touched, null is empty. */
export type TypedFields = { readonly [Field in keyof PersonState]?: PersonState[Field] | null | undefined }

export interface CheckedFields {
  readonly values: Partial<PersonState>
  readonly issues: FieldIssue[]
}

/**
 * A name of any people of China: characters of every plane (𠮷), the middle dot between parts (买买提·吐尔逊), Latin
 * letters. No digits, no pictures; a character of the private area is one that only the sender's machine can show.
 */
export function readName(text: string): Reading<string> {
  const name = normaliseName(text)
  if (name === '') return misread('missing')
  if (/\p{Co}/u.test(name)) return misread('private-character')
  if (!/^[\p{L}\p{M}\u3007][\p{L}\p{M}\u3007·' .-]*$/u.test(name)) return misread('not-a-name')
  return [...name].length > 60 ? misread('too-long') : read(name)
}

/** @returns the one form in which a number is stored and hashed */
export function readPhone(text: string): Reading<string | null> {
  if (withoutSpaces(text) === '') return read(null)
  const phone = parsePhone(text)
  if (phone.ok) return read(phone.value.value)
  const { code, ...params } = phone.refusal
  return misread(code, params)
}

const readAddress = (text: string): Reading<string | null> => read(repairText(text) || null)

/** Old passbook accounts carry no check digit, so only the length is certain. */
function readBankCard(text: string): Reading<string | null> {
  const digits = withoutSpaces(text).replaceAll('-', '')
  if (digits === '') return read(null)
  return /^\d{12,19}$/.test(digits) ? read(digits) : misread('not-a-card')
}

const READERS = { name: readName, phone: readPhone, address: readAddress, bankCard: readBankCard } as const
const READ = ['name', 'phone', 'address', 'bankCard'] as const
const CODES = ['householdRegion', 'residenceRegion', 'politicalStatus', 'maritalStatus', 'education', 'employment', 'living'] as const
const REQUIRED: readonly string[] = ['name', 'citizenId', 'householdRegion']

/**
 * Reads what was typed of a person, field by field, and says everything that is wrong at once. Sex and birth come from
 * the id number (GB 11643); where they were typed as well they must agree with it.
 */
export function checkFields(typed: TypedFields, today: PlainDate): CheckedFields {
  const values: Record<string, unknown> = {}
  const issues: FieldIssue[] = REQUIRED.filter((field) => typed[field as keyof TypedFields] === null).map((field) => ({
    field,
    code: 'missing',
  }))
  for (const field of READ) {
    const [text, reader] = [typed[field], READERS[field]]
    if (text === undefined) continue
    const reading: Reading<string | null> = text === null ? read(null) : reader(text)
    if ('issue' in reading) issues.push({ field, ...reading.issue })
    else values[field] = reading.value
  }
  for (const field of CODES) if (typed[field] !== undefined) values[field] = typed[field]
  if (typeof typed.citizenId === 'string') readNumber({ values, issues }, typed, { citizenId: typed.citizenId, today })
  return { values, issues }
}

function readNumber(
  to: { readonly values: Record<string, unknown>; readonly issues: FieldIssue[] },
  typed: TypedFields,
  { citizenId, today }: { citizenId: string; today: PlainDate },
): void {
  const parsed = parseCitizenId(citizenId, today)
  if (!parsed.ok) {
    const { code, ...params } = parsed.refusal
    to.issues.push({ field: 'citizenId', code, params })
    return
  }
  const { value, sex, bornOn } = parsed.value
  to.values['citizenId'] = value
  to.values['sex'] = sex
  to.values['bornOn'] = bornOn
  if (typed.sex && typed.sex !== sex) to.issues.push({ field: 'sex', code: 'sex-differs' })
  if (typed.bornOn && typed.bornOn !== bornOn) to.issues.push({ field: 'bornOn', code: 'born-differs' })
}
