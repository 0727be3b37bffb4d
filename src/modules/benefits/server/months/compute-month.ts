import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { KnownTable } from '../../domain/rates/rate-table.ts'
import { computePage } from './compute-page.ts'
import { readLast } from './read-paid.ts'
import { readEvents, readPeople } from './read-people.ts'
import { groundOf, type RunGround } from './run-ground.ts'
import type { RunRow } from './run-rows.ts'
import { nothingComputed, writeLines } from './write-lines.ts'

/** When it is computed, and who is told how many people have been. */
interface Telling {
  readonly now: string
  readonly progress: (people: number) => Promise<void>
}

/** The sums of a run. */
export interface RunSums {
  people: number
  lines: number
  failed: number
  totalFen: bigint
  recoverFen: bigint
}

/**
 * Computes and writes a whole run in the caller's transaction, which must see one moment: page after page in the order of
 * people, each page's lines written while the next is read. `progress` is told after each and may stop it by throwing.
 */
export async function computeMonth(tx: Tx, run: RunRow, { now, progress }: Telling): Promise<RunSums> {
  const ground = await groundOf(tx, run)
  const { bureau, last, lastRates, tables, closed } = ground
  const hash = createHash('sha256').update(JSON.stringify([run.month, run.since, [...closed.values()], tables.map(tableText)]))
  const sums: RunSums = { people: 0, lines: 0, failed: 0, totalFen: 0n, recoverFen: 0n }
  let after = '00000000-0000-0000-0000-000000000000'
  for (let isLast = false; !isLast; ) {
    const page = await readPeople(tx, bureau, { after, newSince: ground.learntSince })
    const to = page.people.at(-1)?.personId
    if (to === undefined) break
    const [events, paid] = await Promise.all([
      readEvents(tx, bureau, { after, last: to }),
      last ? readLast(tx, { bureau, run: last, rates: lastRates, after, last: to }) : undefined,
    ])
    hash.update(page.text).update(JSON.stringify([...events.values()]))
    const out = nothingComputed()
    await computePage(ground, page.people, { events, paid: paid ?? new Map(), out })
    for (const { amountFen } of out.lines) {
      if (amountFen < 0n) sums.recoverFen += amountFen
      sums.totalFen += amountFen
    }
    sums.people += page.people.length
    sums.lines += out.lines.length
    sums.failed += out.failures.length
    await writeLines(tx, { bureau, unitCode: run.unitCode, runId: run.id }, out)
    await progress(sums.people)
    after = to
    isLast = page.isLast
  }
  await closeRun(ground, sums, { hash: hash.digest('hex'), now })
  return sums
}

const tableText = (table: KnownTable): unknown => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, amountFen: String(row.amountFen) })),
})

async function closeRun(
  { tx, run, bureau, tables, book }: RunGround,
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
