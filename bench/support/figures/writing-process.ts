import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { APP_LIMITS, makePool } from '../../../src/platform/database/make-pool.ts'
import { withScope } from '../../../src/platform/database/scope.ts'

/** What the parent sends first; the next message ends the writing, and the answer is how many facts a second were written. */
export interface Writing {
  readonly connection: ClientConfig
  readonly batches: readonly string[]
  readonly batchSize: number
  readonly perSecond: number
}

const WRITERS = 4
const COLUMNS = 'bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions'

async function write({ connection, batches, batchSize, perSecond }: Writing): Promise<void> {
  const pool = makePool(connection, { ...APP_LIMITS, max: WRITERS }, () => undefined)
  const state = { next: 0, written: 0, isStopping: false }
  const begun = performance.now()
  const writer = async (): Promise<void> => {
    while (!state.isStopping && state.next < batches.length) {
      if (state.next * batchSize > ((performance.now() - begun) / 1000) * perSecond) {
        await sleep(2)
        continue
      }
      const batch = batches[state.next]
      state.next += 1
      await withScope(pool, { lo: '44', hi: '45' }, 'write', (tx) =>
        tx.query(
          `insert into spine.facts (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset($1::jsonb) as f(bureau_code text, id uuid, kind text,
             unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)`,
          [batch],
        ),
      )
      state.written += batchSize
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, writer))
  process.once('message', async () => {
    state.isStopping = true
    const rate = state.written / ((performance.now() - begun) / 1000)
    await writers
    await pool.end()
    process.send?.(rate, undefined, {}, () => process.disconnect())
  })
}

process.once('message', (writing) => void write(writing as Writing))
