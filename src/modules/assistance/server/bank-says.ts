import { type BureauCode, bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { listAnswers } from '../../ledger/index.ts'

export interface BankWord {
  readonly state: 'paid' | 'returned' | 'waiting'
  /** Why it came back, in the bank's words. */
  readonly reason: string | null
  /** The batch that it stands in now: of what came back and was paid again, the later one. */
  readonly batchId: string
}

/** A claim or a grant, whose id is the id of its line. */
interface Sent {
  readonly id: string
  readonly unit_code: UnitCode
  readonly batch_id: string | null
}

/** What became of things in their batches, followed through the batches that paid them again; one question a batch. */
export async function bankWords(tx: Tx, sent: readonly Sent[]): Promise<ReadonlyMap<string, BankWord>> {
  const words = new Map<string, BankWord>()
  let asked = gather(sent.flatMap(({ id, unit_code, batch_id }) => (batch_id === null ? [] : [{ id, unit_code, batchId: batch_id }])))
  while (asked.size > 0) {
    const again: Line[] = []
    for (const [batchId, { unit_code, ids }] of asked) {
      const lines = await listAnswers(tx, { bureau: bureauOf(unit_code) as BureauCode, batchId, lineIds: ids })
      for (const { lineId: id, state, reason, reissuedIn } of lines) {
        if (reissuedIn !== null) again.push({ id, unit_code, batchId: reissuedIn })
        else words.set(id, { ...answerOf(state, reason), batchId })
      }
    }
    asked = gather(again)
  }
  return words
}

const answerOf = (state: string, reason: string | null) =>
  state === 'paid' || state === 'returned' ? ({ state, reason } as const) : ({ state: 'waiting', reason: null } as const)

interface Line {
  readonly id: string
  readonly unit_code: UnitCode
  readonly batchId: string
}

function gather(lines: readonly Line[]): ReadonlyMap<string, { unit_code: UnitCode; ids: readonly string[] }> {
  const byBatch = new Map<string, { unit_code: UnitCode; ids: string[] }>()
  for (const { id, unit_code, batchId } of lines) {
    const found = byBatch.get(batchId)
    if (found) found.ids.push(id)
    else byBatch.set(batchId, { unit_code, ids: [id] })
  }
  return byBatch
}
