import { uuidv7 } from 'uuidv7'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { suspectTwins } from '../duplicates/suspect-twins.ts'
import { tellMoved } from '../file/file-followers.ts'

interface HandOver {
  readonly personId: string
  readonly from: UnitCode
  readonly to: UnitCode
  readonly requestId: string
}

/** What follows when a file has moved: plans and history go along, twins are looked for anew, and both chains say so. */
export async function finishHandOver(context: ActionContext, { personId, from, to, requestId }: HandOver): Promise<void> {
  await tellMoved(context, { personId, from, to })
  await suspectTwins(context, [
    { id: personId, unitCode: from },
    { id: personId, unitCode: to },
  ])
  // No place is noted: a station that asked for a file does not learn where it lay.
  context.note({ request: requestId })
  if (bureauOf(from) !== bureauOf(to)) await tellOtherBureau(context, { personId, from, to, requestId })
}

/**
 * The leaf of the action lies in the chain of the bureau that acted; the other bureau gets one too. Only hand-overs hold
 * the heads of two chains, and one at a time: so that two in opposite ways do not wait for each other.
 */
async function tellOtherBureau(context: ActionContext, { personId, from, to, requestId }: HandOver): Promise<void> {
  await context.tx.query('select pg_advisory_xact_lock(36)')
  const other = bureauOf(context.unitCode) === bureauOf(from) ? to : from
  await appendLeaf(context.tx, {
    id: uuidv7(),
    name: other === to ? 'transfer.received' : 'transfer.handedOver',
    unitCode: other,
    accountId: context.actor.accountId,
    at: context.now,
    subject: personId,
    detail: { request: requestId },
  })
}
