import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findContactSubjects, findPersonUnits } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { type HelperRow, lockHelper } from './helper-rows.ts'
import { needsOfPerson } from './need-rows.ts'
import { tellBond } from './pairing-facts.ts'

type Asked = ReturnType<typeof contract.beginPairing.input.parse>
type Refusal = ReturnType<typeof contract.beginPairing.refusal.parse>

/** Whether a helper can take on somebody of a unit, for these needs, now. */
function checkHelper(helper: HelperRow, { kinds }: Asked, { unitCode, today }: ActionContext): Result<void, Refusal> {
  if (bureauOf(helper.unit_code) !== bureauOf(unitCode)) return refuse({ code: 'other-bureau' })
  const isOver = helper.until_on !== null && helper.until_on < today
  if (helper.withdrawn_on !== null || isOver) return refuse({ code: 'not-offered', untilOn: helper.withdrawn_on ?? helper.until_on })
  if (helper.paired >= helper.capacity) return refuse({ code: 'helper-full', capacity: helper.capacity })
  return kinds.every((kind) => helper.gives.includes(kind)) ? ok(undefined) : refuse({ code: 'not-given' })
}

async function checkPerson({ tx, today }: ActionContext, { personId, kinds, beganOn, untilOn }: Asked): Promise<Result<void, Refusal>> {
  if (beganOn > today || untilOn <= beganOn || untilOn < today) return refuse({ code: 'bad-days' })
  if ((await findContactSubjects(tx, [personId])).get(personId)?.deceasedOn) return refuse({ code: 'not-living' })
  const open = (await needsOfPerson(tx, [personId])).filter(({ closed_on }) => closed_on === null)
  return kinds.every((kind) => open.some((need) => need.kind === kind)) ? ok(undefined) : refuse({ code: 'need-not-open' })
}

interface Agreement {
  readonly unitCode: UnitCode
  readonly personId: string
  readonly helperId: string
  readonly kinds: readonly string[]
  readonly beganOn: PlainDate
  readonly untilOn: PlainDate
  readonly renewsId: string | null
}

/** Writes an agreement. False where the two have one that stands. */
export async function insertPairing({ tx, actor, now, actionId }: ActionContext, agreed: Agreement): Promise<boolean> {
  const { unitCode, personId, helperId, kinds, beganOn, untilOn, renewsId } = agreed
  const { rowCount } = await tx.query(
    `insert into assistance.pairings (bureau_code, id, unit_code, person_id, helper_id, kinds, began_on, until_on, answers_by, answers_name, renews_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (bureau_code, person_id, helper_id) where ended_on is null do nothing`,
    [bureauOf(unitCode), actionId, unitCode, personId, helperId, kinds, beganOn, untilOn, actor.accountId, actor.name, renewsId, now],
  )
  return rowCount === 1
}

export const beginPairing = action(contract.beginPairing, {
  grant: 'pairing.write',
  where: async ({ personId }, { tx }) => (await findPersonUnits(tx, [personId])).get(personId),
  refusals: {
    'helper-not-found': 404,
    'other-bureau': 422,
    'not-living': 422,
    'not-offered': 409,
    'helper-full': 409,
    'not-given': 422,
    'need-not-open': 409,
    'already-paired': 409,
    'bad-days': 422,
  },
  async run(context, asked) {
    const { tx, unitCode, note, subject, actionId } = context
    const { personId, helperId, kinds, beganOn, untilOn } = asked
    // People are paired one after the other too: whether this is somebody's first agreement must not be asked twice at once.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.pairings ' || $1, 0))", [bureauOf(unitCode)])
    const helper = await lockHelper(tx, helperId)
    if (!helper) return refuse({ code: 'helper-not-found' })
    const fits = checkHelper(helper, asked, context)
    if (!fits.ok) return fits
    const stands = await checkPerson(context, asked)
    if (!stands.ok) return stands
    const bond = { unitCode, personId, helper: { id: helperId, unitCode: helper.unit_code, kind: helper.kind } }
    if (!(await isUnpaired(context, personId, helperId))) return refuse({ code: 'already-paired' })
    await tellBond(context, bond, { on: beganOn, quantity: 1 })
    if (!(await insertPairing(context, { unitCode, personId, helperId, kinds, beganOn, untilOn, renewsId: null })))
      throw new Error('the lock kept nobody out')
    note({ helper: helperId, kinds })
    subject(personId)
    return ok({ id: actionId })
  },
})

async function isUnpaired({ tx, unitCode }: ActionContext, personId: string, helperId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select from assistance.pairings where bureau_code = $1 and person_id = $2 and helper_id = $3 and ended_on is null',
    [bureauOf(unitCode), personId, helperId],
  )
  return rows.length === 0
}
