import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { afterStep, type RepairStep } from '../domain/repair.ts'
import { keepPhoto, PHOTO_REFUSALS } from './keep-photo.ts'
import { findRepair, lockRepair, type RepairRow, writeStep } from './repair-rows.ts'

const where = async ({ repairId }: { repairId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> =>
  (await findRepair(tx, repairId))?.unit_code

/** What a step writes into the row of its repair. */
type Written = Readonly<Partial<Record<'ordered_to' | 'due_on' | 'fixed_on' | 'fixed_by' | 'after_photo' | 'closed_on', string | null>>>

/** Takes a step that fits where the repair stands. */
export async function takeStep(
  context: ActionContext,
  row: RepairRow,
  { step, words, ...written }: { step: RepairStep; words?: string } & Written,
): Promise<void> {
  const state = afterStep(row.state, step)
  if (!state) throw new Error(`Nobody asked whether a repair that is ${row.state} can be ${step}.`)
  const columns = Object.entries({ state, ...written })
  const set = columns.map(([column], at) => `${column} = $${at + 3}`).join(', ')
  const values = columns.map(([, value]) => value)
  await context.tx.query(`update memorial.repairs set ${set} where bureau_code = $1 and id = $2`, [
    bureauOf(row.unit_code),
    row.id,
    ...values,
  ])
  await writeStep(context, { repairId: row.id, unitCode: row.unit_code, step, ...(words === undefined ? {} : { words }) })
}

const wrongFor = (row: RepairRow, step: RepairStep) =>
  afterStep(row.state, step) ? undefined : { code: 'other-state' as const, state: row.state }

export const orderRepair = action(contract.orderRepair, {
  grant: 'work.write',
  where,
  refusals: { 'other-state': 409, 'due-past': 422 },
  async run(context, { repairId, to, dueOn }) {
    const row = await lockRepair(context.tx, { id: repairId, unitCode: context.unitCode })
    const wrong = wrongFor(row, 'ordered')
    if (wrong) return refuse(wrong)
    if (dueOn < context.today) return refuse({ code: 'due-past' })
    await takeStep(context, row, { step: 'ordered', words: to, ordered_to: to, due_on: dueOn })
    return ok({ id: repairId })
  },
})

export const fixRepair = action(contract.fixRepair, {
  grant: 'work.write',
  where,
  refusals: { 'other-state': 409, 'in-the-future': 422, 'before-found': 422, ...PHOTO_REFUSALS },
  async run(context, { repairId, on, photo }) {
    const row = await lockRepair(context.tx, { id: repairId, unitCode: context.unitCode })
    const wrong = wrongFor(row, 'fixed')
    if (wrong) return refuse(wrong)
    if (on > context.today) return refuse({ code: 'in-the-future' })
    if (on < row.found_on) return refuse({ code: 'before-found', foundOn: row.found_on })
    const kept = await keepPhoto(context, photo, row.unit_code)
    if (!kept.ok) return kept
    await takeStep(context, row, { step: 'fixed', fixed_on: on, fixed_by: context.actor.accountId, after_photo: kept.value })
    return ok({ id: repairId })
  },
})

/** 验收: the same pair of eyes does not mend and accept. A defect is over on the day of its acceptance. */
export const acceptRepair = action(contract.acceptRepair, {
  grant: 'work.write',
  where,
  refusals: { 'other-state': 409, 'own-fix': 409 },
  async run(context, { repairId }) {
    const { tx, today, actor, fact } = context
    const row = await lockRepair(tx, { id: repairId, unitCode: context.unitCode })
    const wrong = wrongFor(row, 'accepted')
    if (wrong) return refuse(wrong)
    if (row.fixed_by === actor.accountId) return refuse({ code: 'own-fix' })
    await takeStep(context, row, { step: 'accepted', closed_on: today })
    const told = { on: today, unitCode: row.unit_code, dimensions: { item: row.item } }
    fact({ kind: 'defect.mended', ...told })
    fact({ kind: 'defect.open', quantity: -1, ...told })
    return ok({ id: repairId })
  },
})

export const returnRepair = action(contract.returnRepair, {
  grant: 'work.write',
  where,
  refusals: { 'other-state': 409, 'own-fix': 409 },
  async run(context, { repairId, reason }) {
    const row = await lockRepair(context.tx, { id: repairId, unitCode: context.unitCode })
    const wrong = wrongFor(row, 'returned')
    if (wrong) return refuse(wrong)
    if (row.fixed_by === context.actor.accountId) return refuse({ code: 'own-fix' })
    await takeStep(context, row, { step: 'returned', words: reason, fixed_on: null, fixed_by: null, after_photo: null })
    return ok({ id: repairId })
  },
})
