import type { PersonId } from '../../../../kernel/id.ts'
import { type BureauCode, bureauOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { countReturned, findBatch, listFunds } from '../../../ledger/index.ts'
import { personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { countConfirmed } from '../payees/change-rows.ts'
import { listNotPaid, type OwedSum, sumOwed, sumUnpaid } from './owed.ts'
import { findRun, whereRun } from './run-rows.ts'
import { findEarlier } from './send-month.ts'

const counted = (sums: readonly OwedSum[], why: OwedSum['why']) => {
  const sum = sums.find((one) => one.why === why)
  return { people: sum?.people ?? 0, fen: String(sum?.fen ?? 0n) }
}

async function batchSeen(tx: Tx, of: { bureau: BureauCode; batchId: string }) {
  const [batch, returned] = [await findBatch(tx, of), await countReturned(tx, of)]
  if (!batch) throw new Error('the batch of a month has gone')
  const { state, lineCount: lines, totalFen } = batch
  return { id: of.batchId, state, lines, fen: String(totalFen), returned: { people: returned.count, fen: String(returned.fen) } }
}

export const seePayment = view(contract.seePayment, {
  grant: 'benefit.read',
  where: whereRun,
  async run(context, { runId }) {
    const { tx, actor } = context
    const run = await findRun(tx, runId)
    if (!run) return undefined
    const bureau = bureauOf(run.unitCode) as BureauCode
    const isSent = run.sentAt !== null
    const earlier = await findEarlier(tx, run)
    const by = { bureau, runId, earlierId: isSent ? null : (earlier?.id ?? null) }
    const sums = isSent ? await sumUnpaid(tx, by) : await sumOwed(tx, by)
    const people = await listNotPaid(tx, by, isSent)
    const cards = await personCards(context, [...new Set(people.map(({ personId }) => personId as PersonId))])
    const canSend = run.state === 'approved' && !isSent && actor.grants.has('benefit.write')
    const funds = canSend ? await listFunds(tx, { bureau, kind: 'benefit' }) : []
    const batch = run.batchId === null ? null : await batchSeen(tx, { bureau, batchId: run.batchId })
    return {
      batch,
      toPay: batch ? { people: batch.lines, fen: batch.fen } : counted(sums, null),
      unpaid: { 'no-account': counted(sums, 'no-account'), owes: counted(sums, 'owes') },
      people: people.map(({ personId, why, fen }) => ({
        personId: personId as PersonId,
        nameMasked: cards.get(personId as PersonId)?.nameMasked ?? '',
        why,
        fen: String(fen),
      })),
      funds: funds.map(({ id, name, availableFen }) => ({ id, name, availableFen: String(availableFen) })),
      newAccounts: await countConfirmed(tx, bureau, { after: earlier?.sentAt ?? null, until: run.sentAt }),
      can: { send: canSend },
    }
  },
})
