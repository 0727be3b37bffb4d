import type { PlainDate } from '../../../kernel/plain-date.ts'
import { readName, readPhone } from './check-fields.ts'
import type { FieldIssue, Reading } from './field-issue.ts'
import type { KinState } from './file-state.ts'

type TypedKin = Pick<KinState, 'name' | 'phone' | 'bornOn'>

/** Reads a member of the kin: name and phone in normal form, or what is wrong with them. */
export function checkKin(typed: TypedKin, about: { at: string; today: PlainDate }): { value: TypedKin; issues: FieldIssue[] } {
  const name = readName(typed.name)
  const phone: Reading<string | null> = typed.phone === null ? { value: null } : readPhone(typed.phone)
  const issues: FieldIssue[] = []
  if ('issue' in name) issues.push({ field: `${about.at}name`, ...name.issue })
  if ('issue' in phone) issues.push({ field: `${about.at}phone`, ...phone.issue })
  if (typed.bornOn !== null && typed.bornOn > about.today) issues.push({ field: `${about.at}bornOn`, code: 'in-future' })
  return {
    value: { name: 'value' in name ? name.value : '', phone: 'value' in phone ? phone.value : null, bornOn: typed.bornOn },
    issues,
  }
}
