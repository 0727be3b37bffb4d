/**
 * P5: any indicator x subtree x period, over the full tree of 广东, 36 months and 40 indicators.
 *
 * API p99 at most 25 ms while at least 2,000 facts a second arrive; cost independent of the number of facts; a full
 * rebuild at least 3 times faster than one GROUPING SETS. `--facts 1000000` for a smaller run than 10 million, `--live` for
 * the p99 alone, `--rebuild` for the rebuild alone, `--keep DIRECTORY` to fill a database there once and ask it again in the next run.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { foldOnce, rebuild } from '../src/modules/indicators/index.ts'
import { loadDivisions } from '../src/modules/network/index.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { type Asker, openAsker } from './support/figures/ask-figures.ts'
import { countDifferences, groupAll, makeMeasures } from './support/figures/grouping-sets.ts'
import { makeFacts, makeGround } from './support/figures/make-facts.ts'
import { prepareWriting } from './support/figures/write-facts.ts'
import { type Bench, openBench } from './support/open-bench.ts'
import { median, percentile, print, seconds } from './support/promise.ts'
import { readOnce } from './support/read-once.ts'

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '10000000' },
    live: { type: 'boolean', default: false },
    rebuild: { type: 'boolean', default: false },
    late: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const FACTS = Number(values.facts)
const SIZES = [...[10_000, 100_000, 1_000_000].filter((size) => size < FACTS), FACTS]
const QUESTIONS = 400
const ARRIVING = 2_100
const SECONDS = 20
const SLOWEST = 12
/** Facts arrive for so long before anything is asked: after a standstill the first pages are written whole. */
const WARM_UP = 10
const ROUNDS = FACTS > 2_000_000 ? 1 : 3

async function askSome(asker: Asker): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < QUESTIONS; number += 1) times.push(await asker.ask(number))
  return times
}

async function growth({ database }: Bench, asker: Asker): Promise<void> {
  const medians: number[] = []
  let written = 0
  for (const size of SIZES) {
    await makeFacts(database.ownerPool, { first: written + 1, last: size })
    written = size
    await rebuild(database.ownerPool)
    await database.ownerPool.query('analyze indicators.cells; analyze indicators.presence; analyze indicators.links')
    await askSome(asker)
    medians.push(median(await askSome(asker)))
    process.stdout.write(`P5 ${size} facts: a figure takes ${medians.at(-1)?.toFixed(2)} ms (median)\n`)
  }
  const [first, last] = [medians[0] ?? 0, medians.at(-1) ?? 0]
  print({ name: 'P5 growth', ours: last, peer: first, unit: 'ms', ratio: last / first, promise: { kind: 'at most', bound: 2 } })
}

async function rebuilding({ database }: Bench): Promise<void> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    await database.ownerPool.query('truncate indicators.cells, indicators.presence, indicators.links')
    ours.push(await seconds(() => rebuild(database.ownerPool)))
    theirs.push(await seconds(() => groupAll(database.ownerPool)))
  }
  const differences = await countDifferences(database.ownerPool)
  if (differences !== 0) throw new Error(`${differences} cells are not what GROUPING SETS says`)
  const [mine, peer] = [median(ours), median(theirs)]
  print({ name: 'P5 rebuild', ours: mine, peer, unit: 's', ratio: peer / mine, promise: { kind: 'at least', bound: 3 } })
}

/** What is asked of the store, in the order of its indexes. */
const READ = [
  'select max(cardinality(amounts)) from (select amounts from indicators.cells order by bureau_code, unit_code, measure) c',
  ...['person_id, measure', 'bureau_code, unit_code, measure, person_id'].map(
    (key) => `select max(cardinality(months)) from (select months from indicators.presence order by ${key}) p`,
  ),
  'select max(persons) from (select persons from indicators.links order by bureau_code, unit_code, measure, month, prev_month) l',
]

/** Facts that have lain for a while: a server that was just filled cleans up behind the filling, which nobody measures here. */
async function settle({ database }: Bench): Promise<void> {
  // What the last run has left: without it a kept database begins as one that was just filled.
  for (let folded: unknown = 1; folded !== 0; ) folded = await foldOnce(database.appPool)
  await database.ownerPool.query('vacuum (analyze) spine.facts')
  await database.ownerPool.query('vacuum (analyze) indicators.cells')
  await database.ownerPool.query('vacuum (analyze) indicators.presence')
  await database.ownerPool.query('vacuum (analyze) indicators.links')
  await readOnce(database.ownerPool, READ)
}

/** How long each form takes, and what was waited for longest. */
function printTail(asker: Asker, times: readonly number[]): void {
  const named = times.map((time, number) => ({ time, ...asker.nameOf(number) }))
  for (const form of new Set(named.map(({ form }) => form))) {
    const taken = named.filter((one) => one.form === form).map(({ time }) => time)
    process.stdout.write(
      `P5   ${form}: ${taken.length} asked, median ${median(taken).toFixed(2)} ms, p99 ${percentile(taken, 0.99).toFixed(2)} ms\n`,
    )
  }
  const slowest = named.toSorted((one, other) => other.time - one.time).slice(0, SLOWEST)
  for (const { time, form, what } of slowest) process.stdout.write(`P5   ${time.toFixed(1)} ms: ${form} ${what}\n`)
}

/** What the server has written to its log, how often it has written everything out, and how many facts wait to be folded. */
async function readServer({ database }: Bench): Promise<{ bytes: number; checkpoints: number; waiting: number }> {
  return await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const { rows } = await tx.query<{ bytes: number; checkpoints: number; waiting: number }>(
      `select (select wal_bytes from pg_stat_wal)::float8 as bytes, (select num_timed + num_requested from pg_stat_checkpointer)::int as checkpoints,
              (select count(*) from spine.facts where xid >= (select up_to from indicators.folds))::int as waiting`,
    )
    return rows[0] ?? { bytes: 0, checkpoints: 0, waiting: 0 }
  })
}

async function live(bench: Bench, asker: Asker): Promise<void> {
  const { database } = bench
  // Before the store is read into memory: looking for the last fact reads the whole key of all facts, which no use does.
  const first = (await lastFact(bench)) + 1
  await settle(bench)
  const startWriting = await prepareWriting(database, {
    first,
    count: ARRIVING * (WARM_UP + SECONDS + 2),
    perSecond: ARRIVING,
    isLate: values.late,
  })
  asker.fold()
  const writing = startWriting()
  const times: number[] = []
  await sleep(WARM_UP * 1000)
  const before = await readServer(bench)
  for (const began = performance.now(); performance.now() - began < SECONDS * 1000; ) times.push(await asker.ask(times.length))
  const after = await readServer(bench)
  const rate = await writing.stop()
  await asker.rest()
  print({
    name: 'P5 facts arriving',
    ours: rate,
    peer: 2_000,
    unit: 'facts/s',
    ratio: rate / 2_000,
    promise: { kind: 'at least', bound: 1 },
  })
  const p99 = percentile(times.slice(20), 0.99)
  process.stdout.write(`P5 ${times.length} figures asked meanwhile, median ${median(times).toFixed(2)} ms\n`)
  const log = (after.bytes - before.bytes) / SECONDS / 1e6
  process.stdout.write(
    `P5   ${log.toFixed(1)} MB of log a second, ${after.checkpoints - before.checkpoints} checkpoints; facts not folded yet: ${before.waiting} before, ${after.waiting} after\n`,
  )
  printTail(asker, times)
  print({ name: 'P5 API p99', ours: p99, peer: 25, unit: 'ms', ratio: p99 / 25, promise: { kind: 'at most', bound: 1 } })
}

/** The number of the last fact, in its id: a kept database goes on where the last run ended. */
async function lastFact({ database }: Bench): Promise<number> {
  return await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const { rows } = await tx.query<{ last: number }>(
      `select max(('x' || right(id::text, 12))::bit(48)::bigint)::float8 as last from spine.facts`,
    )
    return rows[0]?.last ?? 0
  })
}

async function countFacts({ database }: Bench): Promise<number> {
  return await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from spine.facts')
    return rows[0]?.count ?? 0
  })
}

const bench = await openBench({ keptIn: values.keep })
try {
  const isFilled = (await countFacts(bench)) > 0
  if (!isFilled) {
    await loadDivisions(bench.database.ownerPool, { regions: ['44'] })
    await makeGround(bench.database.ownerPool)
    await makeMeasures(bench.database.ownerPool)
  }
  const asker = await openAsker(bench)
  try {
    if (isFilled) process.stdout.write(`P5 ${await countFacts(bench)} facts kept from an earlier run\n`)
    else if (values.live || values.rebuild) {
      await makeFacts(bench.database.ownerPool, { first: 1, last: FACTS })
      await rebuild(bench.database.ownerPool)
    } else await growth(bench, asker)
    if (values.rebuild || !(isFilled || values.live)) await rebuilding(bench)
    if (!values.rebuild) await live(bench, asker)
  } finally {
    asker.close()
  }
} finally {
  await bench.close()
}
