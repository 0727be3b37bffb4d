import { bureauOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findEndedIdentities, findFile, findPersonUnit, personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findEvents } from '../months/read-people.ts'
import { findWaiting, listConfirmed } from '../payees/change-rows.ts'
import { courseOfRows, findKept, keptSeen, listUnapproved, maskSealed } from './kept-rows.ts'
import { isPayer } from './take-in.ts'

export const seeKept = view(contract.seeKept, {
  grant: 'benefit.read',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  async run(context, { personId }) {
    const { tx, actor, secrets, today } = context
    const file = await findFile(context, personId)
    if (!file) return undefined
    const bureau = bureauOf(file.unitCode)
    const [rows, events, cards] = [
      await findKept(tx, bureau, personId),
      await findEvents(tx, bureau, personId),
      await personCards(context, [personId]),
    ]
    const waiting = await findWaiting(tx, bureau, personId)
    const confirmed = await listConfirmed(tx, bureau, personId)
    const course = courseOfRows(rows, events, file.state.person.deceasedOn)
    const ended = await findEndedIdentities(
      tx,
      bureau,
      rows.map(({ id }) => id),
    )
    const mistaken = new Set(events.map(({ cancels }) => cancels))
    const nameOf = (id: string) => cards.get(id)?.nameMasked ?? ''
    return {
      entitlements: rows.map((row) => keptSeen(row, course, { secrets, today, nameOf, ended })),
      events: events.map(({ personId: _, recordedAt: __, ...event }) => ({ ...event, isMistaken: mistaken.has(event.id) })),
      waitingPayee: waiting ? { bank: waiting.bank, accountMasked: maskSealed(secrets, personId, waiting.payee) } : null,
      payees: confirmed.map(({ id, bank, payee, isOtherName, settledAt }) => ({
        id,
        bank,
        accountMasked: maskSealed(secrets, personId, payee),
        isOtherName,
        at: settledAt ?? '',
      })),
      can: { record: actor.grants.has('benefit.write') && rows.length > 0 },
    }
  },
})

const SHOWN = 100

export const listWaiting = view(contract.listWaiting, {
  grant: 'benefit.read',
  where: ({ unitCode }) => unitCode,
  async run(context, { unitCode }) {
    const { tx, actor, secrets, today } = context
    const bureau = bureauOf(unitCode)
    if (!isPayer(unitCode)) return { rows: [], waiting: 0, approved: 0, can: { takeIn: false, approve: false } }
    const rows = await listUnapproved(tx, bureau, SHOWN)
    const { rows: counted } = await tx.query<{ waiting: number; approved: number; others: boolean }>(
      `select count(*) filter (where approved_at is null)::int as waiting, count(*) filter (where approved_at is not null)::int as approved,
              coalesce(bool_or(approved_at is null and applied_by <> $2), false) as others
         from benefits.entitlements where bureau_code = $1`,
      [bureau, actor.accountId],
    )
    const [count] = counted
    const cards = await personCards(context, [...new Set(rows.map(({ personId }) => personId))])
    const nameOf = (id: string) => cards.get(id)?.nameMasked ?? ''
    const ended = await findEndedIdentities(
      tx,
      bureau,
      rows.map(({ id }) => id),
    )
    return {
      rows: rows.map((row) => keptSeen(row, courseOfRows([row], []), { secrets, today, nameOf, ended })),
      waiting: count?.waiting ?? 0,
      approved: count?.approved ?? 0,
      can: { takeIn: actor.grants.has('benefit.write'), approve: actor.grants.has('benefit.approve') && (count?.others ?? false) },
    }
  },
})
