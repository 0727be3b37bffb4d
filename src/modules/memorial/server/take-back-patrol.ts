import { bureauOf } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { takeBackPatrol as TakeBackPatrol } from '../contract.ts'
import { findPatrol, lockVisits, type PatrolRow } from './patrol-rows.ts'
import { lockRepairsOf, type RepairRow } from './repair-rows.ts'
import { takeStep } from './repairs.ts'

/** A defect of a round that was not walked was not found either. */
async function forget(context: ActionContext, repair: RepairRow, reason: string): Promise<void> {
  await takeStep(context, repair, { step: 'takenBack', words: reason, closed_on: context.today })
  const told = { on: repair.found_on, unitCode: repair.unit_code, quantity: -1, dimensions: { item: repair.item } }
  context.fact({ kind: 'defect.found', ...told })
  context.fact({ kind: 'defect.open', ...told })
}

async function markTakenBack({ tx, today, actor }: ActionContext, { id, unit_code }: PatrolRow, reason: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update memorial.patrols set taken_back_on = $3, taken_back_by = $4, taken_back_for = $5
      where bureau_code = $1 and id = $2 and taken_back_for is null`,
    [bureauOf(unit_code), id, today, actor.accountId, reason],
  )
  return rowCount === 1
}

/** Takes a round back as it was told: the counts of its day, its visits, the defects that nobody has ordered to be mended yet. */
export const takeBackPatrol = action(TakeBackPatrol, {
  grant: 'work.write',
  where: async ({ patrolId }, { tx }) => (await findPatrol(tx, patrolId))?.unit_code,
  refusals: { 'already-taken-back': 409, 'repair-begun': 409 },
  async run(context, { patrolId, reason }) {
    const { tx, fact, note } = context
    const patrol = await findPatrol(tx, patrolId)
    if (!patrol) throw new Error(`Patrol ${patrolId} is gone.`)
    if (!(await markTakenBack(context, patrol, reason))) return refuse({ code: 'already-taken-back' })
    const visits = await lockVisits(tx, patrol)
    const repairs = await lockRepairsOf(tx, { patrolId, unitCode: patrol.unit_code })
    const begun = repairs.filter(({ state }) => state !== 'found')
    if (begun.length > 0) return refuse({ code: 'repair-begun', count: begun.length })

    await tx.query('update memorial.patrol_visits set is_taken_back = true where bureau_code = $1 and patrol_id = $2', [
      bureauOf(patrol.unit_code),
      patrolId,
    ])
    for (const repair of repairs) await forget(context, repair, reason)
    for (const { unitCode, level } of visits)
      fact({ kind: 'patrol.visit', on: patrol.on_day, unitCode, quantity: -1, dimensions: { level } })
    fact({ kind: 'patrol.round', on: patrol.on_day, quantity: -1 })
    note({ patrol: patrolId, reason })
    return ok({ id: patrolId })
  },
})
