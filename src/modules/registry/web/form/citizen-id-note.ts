import { parseCitizenId } from '../../../../kernel/citizen-id.ts'
import { withoutSpaces } from '../../../../kernel/half-width.ts'
import { ageOn, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { FieldIssue, Sex } from '../../contract.ts'

/** What a number says of its bearer, or what is wrong with it; nothing while it is still being typed. */
export type CitizenIdNote = { says: { sex: Sex; bornOn: PlainDate; age: number } } | { issue: FieldIssue } | undefined

/** GB 11643 as one types: a short number is only wrong once the field was left, all else at once. */
export function noteOfCitizenId(typed: string, today: PlainDate, hasLeft: boolean): CitizenIdNote {
  const length = withoutSpaces(typed).length
  if (length === 0) return undefined
  const parsed = parseCitizenId(typed, today)
  if (parsed.ok) {
    // Fifteen digits may be an old card or the beginning of a new number.
    const { sex, bornOn } = parsed.value
    return length === 15 && !hasLeft ? undefined : { says: { sex, bornOn, age: ageOn(bornOn, today) } }
  }
  const { code, ...params } = parsed.refusal
  if (!hasLeft && length < 18 && code !== 'not-digits') return undefined
  return { issue: { field: 'citizenId', code, params } }
}
