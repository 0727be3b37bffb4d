import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type ClientConfig, type Pool } from 'pg'
import { APP_LIMITS, makePool } from '../../../src/platform/database/make-pool.ts'
import { withScope } from '../../../src/platform/database/scope.ts'

/** What the parent sends first; the answer says that all is drawn. `write` begins, `stop` ends: the answer is facts a second. */
export interface Writing {
  readonly connection: ClientConfig
  readonly owner: ClientConfig
  /** Draws facts of the numbers $1 to $2, a JSON object each. */
  readonly facts: string
  readonly first: number
  readonly last: number
  readonly perSecond: number
}

const WRITERS = 4
const A_TRANSACTION = 10
const COLUMNS = 'bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions'

const INSERT = `insert into spine.facts (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset($1::jsonb) as f(bureau_code text, id uuid, kind text,
  unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)`

async function draw({ owner, facts, first, last }: Writing): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ fact: unknown }>(facts, [first, last])
  await client.end()
  const batches: string[] = []
  for (let at = 0; at < rows.length; at += A_TRANSACTION) {
    batches.push(JSON.stringify(rows.slice(at, at + A_TRANSACTION).map(({ fact }) => fact)))
  }
  return batches
}

/** Writes until stopped; then gives how many facts a second it were. */
function write(pool: Pool, batches: readonly string[], perSecond: number): { stop: () => Promise<number> } {
  const state = { next: 0, written: 0, isStopping: false }
  const begun = performance.now()
  const writer = async (): Promise<void> => {
    while (!state.isStopping && state.next < batches.length) {
      if (state.next * A_TRANSACTION > ((performance.now() - begun) / 1000) * perSecond) {
        await sleep(2)
        continue
      }
      const batch = batches[state.next]
      state.next += 1
      await withScope(pool, { lo: '44', hi: '45' }, 'write', (tx) => tx.query(INSERT, [batch]))
      state.written += A_TRANSACTION
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, writer))
  const stop = async (): Promise<number> => {
    state.isStopping = true
    const rate = state.written / ((performance.now() - begun) / 1000)
    await writers
    return rate
  }
  return { stop }
}

process.once('message', async (writing: Writing) => {
  const batches = await draw(writing)
  const pool = makePool(writing.connection, { ...APP_LIMITS, max: WRITERS }, () => undefined)
  process.send?.(batches.length)
  process.once('message', () => {
    const { stop } = write(pool, batches, writing.perSecond)
    process.once('message', async () => {
      const rate = await stop()
      await pool.end()
      process.send?.(rate, undefined, {}, () => process.disconnect())
    })
  })
})
