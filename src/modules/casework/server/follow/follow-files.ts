import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import type { FileChange } from '../../../registry/index.ts'
import { firstContact } from '../../domain/contact-rule.ts'
import { contactRules } from '../plans/contact-rules.ts'
import { insertPlans, takeOffOverdue } from '../plans/plan-rows.ts'

interface OpenPlan {
  unit_code: UnitCode
  person_id: string
  due_on: PlainDate
}

/** A new file gets its first visit by rule; a file that is closed, or whose person has died, is nobody's overdue contact. */
export async function followFiles(context: WritingContext, changes: readonly FileChange[]): Promise<void> {
  const opened = changes.filter(({ is }) => is)
  const first = { reason: 'firstVisit' as const, ...firstContact(contactRules, context.today) }
  if (opened.length > 0) {
    await insertPlans(
      context,
      opened.map(({ personId, unitCode }) => ({ personId, unitCode, ...first })),
    )
  }
  for (const change of changes) if (!change.is) await dropPlans(context, change)
}

async function dropPlans(context: WritingContext, { personId, unitCode }: FileChange): Promise<void> {
  const { rows } = await context.tx.query<OpenPlan>(
    `update casework.visit_plans set status = 'dropped', dropped_reason = 'file closed'
      where bureau_code = left($2, 6) and person_id = $1 and status = 'due' returning unit_code, person_id, due_on`,
    [personId, unitCode],
  )
  for (const plan of rows) takeOffOverdue(context, plan, context.today)
}
