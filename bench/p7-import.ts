/**
 * P7: a roster of 1,000,000 rows and 12 columns, 3 % of them wrong, some repeated, is imported through the program's own
 * actions and job: end to end (validated, landed with every key, version, fact and leaf, the workbook with its results
 * returned) at most 2x the time that COPY takes for the very rows that landed, into tables of the same shape without
 * indexes, and for building their primary keys. At most 300 MB; the first mistakes are shown within a second. No promise,
 * but said beside it: what COPY takes for the same rows into the tables as they are, with their indexes and foreign keys.
 *
 * `--rows 10000` for a smaller roster (`--rows 10000,100000` for several); `--kind xlsx` for a workbook; `--rounds 1` for
 * a first look.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDivisions } from '../src/modules/network/index.ts'
import { compareOutcomes } from './support/import/compare-outcomes.ts'
import { copyAgain, countWritten, emptyAll } from './support/import/copy-peer.ts'
import { listCounties, PROVINCE } from './support/import/counties.ts'
import { importOnce } from './support/import/import-once.ts'
import type { Imported } from './support/import/importing-process.ts'
import { writeRoster } from './support/import/write-roster.ts'
import { openBench } from './support/open-bench.ts'
import { median, print } from './support/promise.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000' },
    kind: { type: 'string', default: 'csv' },
    rounds: { type: 'string' },
  },
})
const SIZES = values.rows.split(',').map(Number)
const KIND = values.kind === 'xlsx' ? 'xlsx' : 'csv'
/** Three rounds of a million rows would take an hour. */
const roundsOf = (rows: number): number => Number(values.rounds ?? (rows > 300_000 ? 1 : 3))

const say = (line: string): boolean => process.stdout.write(`P7 ${line}\n`)

interface Round {
  readonly imported: Imported
  readonly copied: number
  readonly inUse: number
}

const bench = await openBench()
const scratch = join(bench.config.dataDirectory, '..', 'rosters')

async function runRound(rows: number, round: number): Promise<Round> {
  const { unitCode, counties } = await listCounties(bench.database.ownerPool)
  const roster = { rows, counties }
  const directory = await mkdtemp(join(scratch, 'round-'))
  const path = join(directory, `roster.${KIND}`)
  await writeRoster(roster, { kind: KIND, path })
  await emptyAll(bench)
  const imported = await importOnce(bench, { path, unitCode })
  const compared = await compareOutcomes(bench, { roster, importId: imported.importId, unitCode })
  const landed = await countWritten(bench)
  const copied = await copyAgain(bench, directory)
  if (JSON.stringify(landed) !== JSON.stringify(copied.rows)) {
    throw new Error(`the peer has other rows: ${JSON.stringify(landed)} and ${JSON.stringify(copied.rows)}`)
  }
  await rm(directory, { recursive: true })
  if (round === 0) {
    say(`${rows} rows of ${KIND}: each is what was planned (${compared})`)
    say(
      `  ${Object.entries(landed)
        .map(([table, count]) => `${table} ${count}`)
        .join(', ')}; ${(copied.bytes / 1_048_576).toFixed(0)} MB`,
    )
  }
  const { landedSeconds, doneSeconds, previewMs, wrongShown, megabytes } = imported
  say(
    `  landed in ${landedSeconds.toFixed(1)} s (${(rows / landedSeconds).toFixed(0)} rows/s), result returned at ${doneSeconds.toFixed(1)} s, ` +
      `COPY and keys ${copied.seconds.toFixed(1)} s (ratio ${(doneSeconds / copied.seconds).toFixed(2)}), ` +
      `COPY into the tables as they are ${copied.inUseSeconds.toFixed(1)} s, ` +
      `preview with ${wrongShown} mistakes ${previewMs.toFixed(0)} ms, at most ${megabytes.toFixed(0)} MB`,
  )
  return { imported, copied: copied.seconds, inUse: copied.inUseSeconds }
}

function verdict(rows: number, rounds: readonly Round[]): void {
  const of = (measure: (round: Round) => number) => median(rounds.map(measure))
  const [ours, peer] = [of(({ imported }) => imported.doneSeconds), of(({ copied }) => copied)]
  const name = `P7 import of ${rows} rows (${KIND})`
  print({ name, ours, peer, unit: 's', ratio: ours / peer, promise: { kind: 'at most', bound: 2 } })
  const inUse = of((round) => round.inUse)
  say(
    `  ${name.slice(3)}: COPY into the tables as they are takes ${(inUse / peer).toFixed(2)}x of the peer, the import ${(ours / inUse).toFixed(2)}x of that`,
  )
  const memory = of(({ imported }) => imported.megabytes)
  print({ name: `${name}, memory`, ours: memory, peer: 300, unit: 'MB', ratio: memory / 300, promise: { kind: 'at most', bound: 1 } })
  const preview = of(({ imported }) => imported.previewMs)
  print({
    name: `${name}, first mistakes`,
    ours: preview,
    peer: 1000,
    unit: 'ms',
    ratio: preview / 1000,
    promise: { kind: 'at most', bound: 1 },
  })
}

try {
  await mkdir(scratch, { recursive: true })
  await loadDivisions(bench.database.ownerPool, { regions: [PROVINCE] })
  for (const rows of SIZES) {
    const rounds: Round[] = []
    for (let round = 0; round < roundsOf(rows); round += 1) rounds.push(await runRound(rows, round))
    verdict(rows, rounds)
  }
} finally {
  await bench.close()
}
