import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { withScope } from '../../../src/platform/database/scope.ts'
import { FACTS } from './make-facts.ts'

const A_TRANSACTION = 10
const WRITERS = 4
const COLUMNS = 'bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions'

/**
 * Writes facts as the application does, in small transactions from several connections, at a steady rate until stopped.
 * They are drawn beforehand, so that drawing costs nothing then. `stop` gives how many a second were really written.
 */
export async function prepareWriting(
  pools: { ownerPool: Pool; appPool: Pool },
  { first, count, perSecond }: { first: number; count: number; perSecond: number },
): Promise<() => { stop: () => Promise<number> }> {
  const { rows } = await pools.ownerPool.query<{ fact: unknown }>(`select to_jsonb(f) as fact from (${FACTS}) f`, [
    first,
    first + count - 1,
  ])
  const facts = rows.map(({ fact }) => fact)
  return () => {
    const state = { written: 0, isStopping: false }
    const begun = performance.now()
    const writer = async (): Promise<void> => {
      while (!state.isStopping && state.written < facts.length) {
        if (state.written > ((performance.now() - begun) / 1000) * perSecond) {
          await sleep(2)
          continue
        }
        const batch = JSON.stringify(facts.slice(state.written, state.written + A_TRANSACTION))
        state.written += A_TRANSACTION
        await withScope(pools.appPool, { lo: '44', hi: '45' }, 'write', (tx) =>
          tx.query(
            `insert into spine.facts (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset($1::jsonb) as f(bureau_code text, id uuid, kind text,
               unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)`,
            [batch],
          ),
        )
      }
    }
    const writers = Promise.all(Array.from({ length: WRITERS }, writer))
    return {
      stop: async () => {
        state.isStopping = true
        await writers
        return state.written / ((performance.now() - begun) / 1000)
      },
    }
  }
}
