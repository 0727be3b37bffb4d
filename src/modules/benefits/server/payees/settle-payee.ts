import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { type ChangeRow, findChange, placeOfChange } from './change-rows.ts'
import { tellFilled, tellPayee } from './tell-payees.ts'

type Settling = 'confirmed' | 'declined' | 'withdrawn'

/** The change, locked: of two who settle it at once the second finds it settled. */
async function lockWaiting({ tx, subject }: ActionContext, changeId: string): Promise<Result<ChangeRow, { code: 'not-waiting' }>> {
  const change = await findChange(tx, changeId, { lock: true })
  if (!change) throw new Error('the change has gone')
  subject(change.personId)
  return change.state === 'waiting' ? ok(change) : refuse({ code: 'not-waiting' })
}

async function settle({ tx, actor, now, note }: ActionContext, change: ChangeRow, { state, why }: { state: Settling; why?: string }) {
  await tx.query(
    `update benefits.payee_changes set state = $3, settled_at = $4, settled_by = $5, settled_why = $6 where bureau_code = $1 and id = $2`,
    [bureauOf(change.unitCode), change.id, state, now, actor.accountId, why ?? null],
  )
  note({ change: change.id, madeBy: change.madeBy })
  return ok({ changeId: change.id })
}

/** Gives people the accounts of changes: all of their entitlements, so that each is paid to the same. */
const GIVE = `update benefits.entitlements e set payee_bank = c.bank, payee_account = c.payee, payee_label = c.label
  from benefits.payee_changes c where c.bureau_code = $1 and e.bureau_code = $1 and e.person_id = c.person_id`

export const confirmPayee = action(contract.confirmPayee, {
  grant: 'benefit.approve',
  where: placeOfChange,
  refusals: { 'not-waiting': 409, 'same-hand': 409 },
  async run(context, { changeId }) {
    const change = await lockWaiting(context, changeId)
    if (!change.ok) return change
    if (change.value.madeBy === context.actor.accountId) return refuse({ code: 'same-hand' })
    await context.tx.query(`${GIVE} and c.id = $2`, [bureauOf(change.value.unitCode), changeId])
    await tellPayee(context, change.value)
    return await settle(context, change.value, { state: 'confirmed' })
  },
})

export const declinePayee = action(contract.declinePayee, {
  grant: 'benefit.approve',
  where: placeOfChange,
  refusals: { 'not-waiting': 409, 'same-hand': 409 },
  async run(context, { changeId, why }) {
    const change = await lockWaiting(context, changeId)
    if (!change.ok) return change
    if (change.value.madeBy === context.actor.accountId) return refuse({ code: 'same-hand' })
    return await settle(context, change.value, { state: 'declined', why })
  },
})

export const withdrawPayee = action(contract.withdrawPayee, {
  grant: 'benefit.write',
  where: placeOfChange,
  refusals: { 'not-waiting': 409, 'not-own': 409 },
  async run(context, { changeId }) {
    const change = await lockWaiting(context, changeId)
    if (!change.ok) return change
    if (change.value.madeBy !== context.actor.accountId) return refuse({ code: 'not-own' })
    return await settle(context, change.value, { state: 'withdrawn' })
  },
})

/** What waits is locked first: what another confirms at the same time is not among it any more. */
export const confirmFilled = action(contract.confirmFilled, {
  grant: 'benefit.approve',
  where: ({ unitCode }) => unitCode,
  refusals: { 'nothing-waits': 409, 'same-hand': 409 },
  async run(context, { unitCode: office }) {
    const { tx, actor, now, note, unitCode } = context
    const bureau = bureauOf(unitCode)
    const { rows } = await tx.query<Pick<ChangeRow, 'id' | 'personId' | 'bank' | 'madeBy'>>(
      `select id, person_id as "personId", bank, made_by as "madeBy" from benefits.payee_changes
        where bureau_code = $1 and unit_code = $2 and state = 'waiting' and origin = 'file' order by id for update`,
      [bureau, office],
    )
    const filled = rows.filter(({ madeBy }) => madeBy !== actor.accountId)
    const others = filled.map(({ id }) => id)
    if (rows.length === 0) return refuse({ code: 'nothing-waits' })
    if (others.length === 0) return refuse({ code: 'same-hand' })
    await tx.query(`${GIVE} and c.id = any($2::uuid[])`, [bureau, others])
    await tx.query(
      `update benefits.payee_changes set state = 'confirmed', settled_at = $3, settled_by = $4 where bureau_code = $1 and id = any($2::uuid[])`,
      [bureau, others, now, actor.accountId],
    )
    await tellFilled(context, filled)
    note({ confirmed: others.length })
    return ok({ confirmed: others.length })
  },
})
