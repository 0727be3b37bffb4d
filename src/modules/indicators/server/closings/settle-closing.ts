import { bureauOf, type RegionCode, rangeOf, tierOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findDivision } from '../../../network/index.ts'
import * as contract from '../../contract.ts'
import { type ClosingState, openOf, windowOf } from '../../domain/closing.ts'
import { findClosings, holdMonth, type KeptClosing } from './closing-rows.ts'

interface Asked {
  readonly place: RegionCode
  readonly month: string
}

/** The version of a place that has not been returned, held until the end of the transaction. */
async function holdOpen({ tx }: ActionContext, { place, month }: Asked): Promise<KeptClosing | undefined> {
  await holdMonth(tx, place, month)
  return openOf((await findClosings(tx, [place], windowOf(month).from)).get(place) ?? [])
}

/** A place does not settle its own figures; a province, which has nobody above it here, returns its own. */
const isFromAbove = ({ actor }: ActionContext, place: string): boolean => actor.unitCode.slice(0, 12) !== place

async function settle(
  { tx, actor, now }: ActionContext,
  { place, month }: Asked,
  to: { version: number; state: ClosingState; why?: string },
): Promise<void> {
  await tx.query(
    `update indicators.closings set state = $5, settled_at = $6, settled_by = $7, returned_why = $8
      where bureau_code = $1 and unit_code = $2 and month_on = $3 and version = $4`,
    [bureauOf(place), place, windowOf(month).from, to.version, to.state, now, actor.accountId, to.why ?? null],
  )
}

const where = async ({ place }: Asked, { tx }: Pick<ActionContext, 'tx'>) => (await findDivision(tx, place))?.code

export const acceptClosing = action(contract.acceptClosing, {
  grant: 'closing.settle',
  where,
  refusals: { 'not-from-above': 409, 'nothing-to-settle': 409, 'own-confirmation': 409 },
  async run(context, asked) {
    if (!isFromAbove(context, asked.place)) return refuse({ code: 'not-from-above' })
    const open = await holdOpen(context, asked)
    if (open?.state !== 'confirmed') return refuse({ code: 'nothing-to-settle' })
    if (open.confirmed_by === context.actor.accountId) return refuse({ code: 'own-confirmation' })
    await settle(context, asked, { version: open.version, state: 'accepted' })
    context.note({ place: asked.place, month: asked.month, version: open.version })
    return ok({ version: open.version, state: 'accepted' as const })
  },
})

/** Whether the place above has confirmed with what was accepted. */
async function isTakenUp({ tx }: ActionContext, { place, month }: Asked, open: KeptClosing): Promise<boolean> {
  const above = (await findDivision(tx, place))?.parentCode
  if (above === undefined || open.settled_at === null) return false
  await holdMonth(tx, above, month)
  const latest = openOf((await findClosings(tx, [above], windowOf(month).from)).get(above) ?? [])
  return latest !== undefined && latest.confirmed_at >= open.settled_at
}

export const returnClosing = action(contract.returnClosing, {
  grant: 'closing.settle',
  where,
  refusals: { 'not-from-above': 409, 'nothing-to-settle': 409, 'above-confirmed': 409 },
  async run(context, asked) {
    const { place, month, why } = asked
    if (!isFromAbove(context, place) && tierOf(place) !== 'province') return refuse({ code: 'not-from-above' })
    const open = await holdOpen(context, asked)
    if (open?.state !== 'confirmed' && open?.state !== 'accepted') return refuse({ code: 'nothing-to-settle' })
    if (await isTakenUp(context, asked, open)) return refuse({ code: 'above-confirmed' })
    await settle(context, asked, { version: open.version, state: 'returned', why })
    context.note({ place, month, version: open.version, why })
    return ok({ version: open.version, state: 'returned' as const })
  },
})

export const lockClosing = action(contract.lockClosing, {
  grant: 'closing.lock',
  where,
  refusals: { 'not-a-province': 422, 'nothing-to-settle': 409, 'own-confirmation': 409 },
  async run(context, asked) {
    const { tx, actor, now, note } = context
    const { place, month } = asked
    if (tierOf(place) !== 'province') return refuse({ code: 'not-a-province' })
    const open = await holdOpen(context, asked)
    if (open?.state !== 'confirmed') return refuse({ code: 'nothing-to-settle' })
    if (open.confirmed_by === actor.accountId) return refuse({ code: 'own-confirmation' })
    const { lo, hi } = rangeOf(place)
    const { rowCount } = await tx.query(
      `update indicators.closings set state = 'locked', locked_at = $5, locked_by = $6
        where month_on = $1 and unit_code >= $2 and unit_code < $3 and (state = 'accepted' or (unit_code = $4 and state = 'confirmed'))`,
      [windowOf(month).from, lo, hi, place, now, actor.accountId],
    )
    note({ place, month, version: open.version, places: rowCount ?? 0 })
    return ok({ version: open.version, state: 'locked' as const, places: rowCount ?? 0 })
  },
})
