import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { KnownTable } from '../../domain/rates/rate-table.ts'
import { computePage } from './compute-page.ts'
import { keepOnceDead } from './once-dead.ts'
import { type PlainDueRow, plainKinds } from './plain-kinds.ts'
import { BEFORE_ALL, type Chunk, findOfKinds, readChunk } from './read-chunk.ts'
import { readLast } from './read-paid.ts'
import { readPeople } from './read-people.ts'
import { groundOf, type RunGround } from './run-ground.ts'
import type { RunRow } from './run-rows.ts'
import { type Computed, nothingComputed, writeLines } from './write-lines.ts'
import { writePlain } from './write-plain.ts'

/** When it is computed, who is told how many people have been, and a second transaction to read with. */
interface Telling {
  readonly now: string
  readonly progress: (people: number) => Promise<void>
  readonly aside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** The sums of a run. */
export interface RunSums {
  readonly people: number
  readonly lines: number
  readonly failed: number
  readonly totalFen: bigint
  readonly recoverFen: bigint
}

/** A chunk of people, ready to be written. */
interface Ready extends Chunk {
  readonly dues: readonly PlainDueRow[]
  readonly out: Computed
}

/**
 * Computes and writes a whole run in the caller's transaction, which must see one moment: chunk after chunk in the order of
 * people, the next read meanwhile by a second transaction that sees the same. `progress` is told after each and may stop it
 * by throwing.
 */
export async function computeMonth(tx: Tx, run: RunRow, { now, progress, aside }: Telling): Promise<RunSums> {
  const { rows } = await tx.query<{ moment: string }>('select pg_export_snapshot() as moment', [])
  return await aside(async (reading) => {
    await reading.query('set transaction isolation level repeatable read', [])
    await reading.query(`set transaction snapshot '${rows[0]?.moment}'`, [])
    const ground = await groundOf(reading, run)
    const hash = createHash('sha256').update(
      JSON.stringify([run.month, run.since, [...ground.closed.values()], [...ground.absences.values()], ground.tables.map(tableText)]),
    )
    let [people, failed] = [0, 0]
    // The columns of rules are looked up by hash: of what one holds the planner knows nothing, and would walk it for each person.
    let written: Promise<unknown> = tx.query('set local enable_nestloop = off', [])
    for await (const ready of chunksOf(ground)) {
      hash.update(ready.digest).update(JSON.stringify([...ready.events.values()]))
      people += ready.people
      failed += ready.out.failures.length
      await written
      written = Promise.all([writeChunk(tx, ground, ready), progress(people)])
      // It is waited for above, after the next chunk was read; failing before that it is not unheard.
      written.catch(() => undefined)
    }
    await written
    await keepOnceDead(tx, ground)
    const sums = { people, failed, ...(await sumsOf(tx, ground)) }
    await closeRun(tx, ground, sums, { hash: hash.digest('hex'), now })
    return sums
  })
}

async function* chunksOf(ground: RunGround): AsyncGenerator<Ready> {
  const duesOf = plainKinds(ground)
  for (let chunk = await readChunk(ground, BEFORE_ALL); chunk; chunk = chunk.isEnd ? undefined : await readChunk(ground, chunk.last)) {
    const unclear = chunk.kinds.filter((kind) => duesOf(kind) === undefined)
    const odd = [...new Set([...chunk.odd, ...(await findOfKinds(ground.tx, ground.bureau, chunk, unclear))])]
    yield { ...chunk, odd, dues: chunk.kinds.flatMap((kind) => duesOf(kind) ?? []), out: await computeOdd(ground, chunk, odd) }
  }
}

/** People of whom more decides than their kind, one by one. */
async function computeOdd(ground: RunGround, { events }: Chunk, odd: readonly string[]): Promise<Computed> {
  const out = nothingComputed()
  if (odd.length === 0) return out
  const { tx, bureau, last, lastRates, learntSince } = ground
  const [people, paid] = await Promise.all([
    readPeople(tx, bureau, { ids: odd, newSince: learntSince }),
    last ? readLast(tx, { bureau, run: last, rates: lastRates, ids: odd }) : new Map(),
  ])
  await computePage(ground, people, { events, paid, out })
  return out
}

async function writeChunk(tx: Tx, ground: RunGround, ready: Ready): Promise<void> {
  const { bureau, run } = ground
  await writePlain(tx, ground, ready)
  if (ready.odd.length > 0) await writeLines(tx, { bureau, unitCode: run.unitCode, runId: run.id }, ready.out)
}

/** Number and sums of the lines, of the rows that were written. */
async function sumsOf(tx: Tx, { bureau, run }: RunGround): Promise<Pick<RunSums, 'lines' | 'totalFen' | 'recoverFen'>> {
  const { rows } = await tx.query<{ lines: number; total: string; recover: string }>(
    `select count(*)::int as lines, coalesce(sum(amount_fen), 0)::text as total, coalesce(sum(amount_fen) filter (where amount_fen < 0), 0)::text as recover
       from benefits.lines where bureau_code = $1 and run_id = $2`,
    [bureau, run.id],
  )
  const [{ lines, total, recover } = { lines: 0, total: '0', recover: '0' }] = rows
  return { lines, totalFen: BigInt(total), recoverFen: BigInt(recover) }
}

const tableText = (table: KnownTable): unknown => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, amountFen: String(row.amountFen) })),
})

async function closeRun(
  tx: Tx,
  { run, bureau, tables, book }: RunGround,
  sums: RunSums,
  { hash, now }: { hash: string; now: string },
): Promise<void> {
  await tx.query(
    `update benefits.runs set state = 'computed', lines = $3, failed = $4, total_fen = $5, recover_fen = $6, facts_hash = $7, versions = $8,
            rates = $9, computed_at = $10
      where bureau_code = $1 and id = $2 and state = 'queued'`,
    [
      bureau,
      run.id,
      sums.lines,
      sums.failed,
      sums.totalFen,
      sums.recoverFen,
      hash,
      JSON.stringify(tables.map(({ version }) => version)),
      JSON.stringify(book.rates),
      now,
    ],
  )
}
