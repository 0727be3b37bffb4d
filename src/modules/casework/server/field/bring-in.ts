import type { z } from 'zod'
import { bureauOf, isWithin, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { findActorOf } from '../../../../platform/access/actor-of-account.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { type Action, action } from '../../../../platform/actions/declare.ts'
import { asAuthor, runFor } from '../../../../platform/actions/run-for.ts'
import { photoDraft, recordOnce, takePhoto } from '../../../../platform/files/index.ts'
import { findPersonUnit } from '../../../registry/index.ts'
import type { BroughtIn } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { carriedActions } from './carried-actions.ts'
import { keepClaim } from './keep-claim.ts'
import { exportKeyOf, findLease, type LeaseRow, whereLease } from './lease-rows.ts'
import { type CarriedItem, openPart } from './open-part.ts'

type Said = z.input<typeof BroughtIn>

/**
 * One part of a file that a device wrote. An item takes effect as its author's and under its own id, so that it happens
 * once whether it comes here, from the device, or both ways; what the server does not take becomes a claim, and is not
 * lost either. An expired or revoked lease still names its author: what was recorded before is not undone by it.
 */
export const bringIn = action(contract.bringIn, {
  grant: 'field.revoke',
  where: whereLease,
  refusals: { 'cut-short': 422, tampered: 422, 'not-readable': 422, 'being-sent': 409 },
  async run(context, given) {
    const [lease, key] = [await findLease(context, given.leaseId), await exportKeyOf(context, given.leaseId)]
    if (!lease) throw new Error('the lease that was just found is not there')
    const opened = openPart(given, key)
    if (!opened.ok) return opened
    const author = await findActorOf(context.tx, lease.account_id)
    context.note({ lease: lease.id, file: given.fileId, part: given.part, author: lease.account_id })
    if (opened.value.kind === 'photo')
      return ok({ kind: 'photo', isKept: author !== undefined && (await keepPhoto(context, author, opened.value)) })
    const carried = carriedActions.get(opened.value.action)
    if (!carried) return refuse({ code: 'not-readable' })
    const answer = await deliver(context, author, { carried, item: opened.value })
    const code = answer === 'account-closed' ? answer : codeOf(answer)
    if (code === 'still-running') return refuse({ code: 'being-sent' })
    if (code !== undefined) await claim(context, lease, { item: opened.value, author, code })
    context.note({ item: opened.value.id, action: opened.value.action, ...(code === undefined ? {} : { code }) })
    return ok(said(lease, opened.value, code))
  },
})

const said = (lease: LeaseRow, { id, action: name, capturedAt }: CarriedItem, code: string | undefined): Said => ({
  kind: 'item',
  itemId: id,
  action: name,
  byName: lease.by_name,
  capturedAt,
  became: code === undefined ? 'delivered' : 'claimed',
  code: code ?? null,
})

/** The code by which it was not taken; undefined where it was. */
function codeOf(answer: Answer): string | undefined {
  if (answer.kind === 'value') return undefined
  return answer.kind === 'refusal' ? answer.refusal.code : answer.problem.code
}

const deliver = async (
  context: ActionContext,
  author: Actor | undefined,
  { carried, item }: { carried: Action; item: CarriedItem },
): Promise<Answer | 'account-closed'> =>
  author ? await runFor(context, carried, { actor: author, actionId: item.id, input: item.body }) : 'account-closed'

/** As a draft of the author's, under the id that the device gave it: the item behind it names it. */
async function keepPhoto(context: ActionContext, author: Actor, { id, bytes }: { id: string; bytes: Buffer }): Promise<boolean> {
  const taken = await takePhoto(context.files, bytes)
  if (!taken.ok) return false
  const draft = photoDraft(author, { bytes: taken.value, now: context.now })
  return await asAuthor(context, author, async ({ tx }) => (await recordOnce(tx, { ...draft, id })) !== undefined)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** With the file of the person where the author still reaches it, else at the village that was taken along. */
async function claim(
  context: ActionContext,
  lease: LeaseRow,
  { item, author, code }: { item: CarriedItem; author: Actor | undefined; code: string },
): Promise<void> {
  const personId = item.subjects.find((subject) => UUID.test(subject))
  const home = personId === undefined ? undefined : await findPersonUnit(context.tx, personId)
  const isNear = home !== undefined && isWithin(home, context.actor.scope) && bureauOf(home as UnitCode) === bureauOf(lease.unit_code)
  const madeBy: Actor = author ?? { ...context.actor, accountId: lease.account_id as Actor['accountId'], name: lease.by_name }
  const at = { ...context, actor: madeBy, unitCode: isNear ? (home as UnitCode) : lease.unit_code }
  await keepClaim(at, {
    itemId: item.id,
    action: item.action,
    body: item.body,
    code,
    capturedAt: item.capturedAt,
    personId: isNear ? personId : undefined,
  })
}
