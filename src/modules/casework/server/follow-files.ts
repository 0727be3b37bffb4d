import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { FileChange } from '../../registry/index.ts'
import { firstContact } from '../domain/contact-rule.ts'
import { contactRules } from './contact-rules.ts'
import { insertPlans, takeOffOverdue } from './plan-rows.ts'

interface OpenPlan {
  unit_code: UnitCode
  person_id: string
  due_on: PlainDate
}

/** A new file gets its first visit by rule; a file that is closed, or whose person has died, is nobody's overdue contact. */
export async function followFile(context: ActionContext, { personId, unitCode, is }: FileChange): Promise<void> {
  if (is) {
    await insertPlans(context, [{ personId, unitCode, reason: 'firstVisit', ...firstContact(contactRules, context.today) }])
    return
  }
  const { rows } = await context.tx.query<OpenPlan>(
    `update casework.visit_plans set status = 'dropped', dropped_reason = 'file closed'
      where bureau_code = left($2, 6) and person_id = $1 and status = 'due' returning unit_code, person_id, due_on`,
    [personId, unitCode],
  )
  for (const plan of rows) takeOffOverdue(context, plan, context.today)
}
