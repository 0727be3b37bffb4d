/**
 * P9: the pages on a mid-range phone (4x CPU slow-down, 1.6 Mbit/s, 150 ms): /me at most 150 KB gzipped at first load and
 * answering within 4 s; the shell of /desk at most 450 KB; a key in the region picker painted within 50 ms (p95) with all
 * 665,271 divisions loaded. Builds the pages first. `--regions 50` for a quicker run.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDivisions } from '../src/modules/network/index.ts'
import { keyPresses, millisecondsUntilAnswering } from './support/browser/answering.ts'
import { firstLoad } from './support/browser/first-load.ts'
import { openPages, type Pages } from './support/browser/open-pages.ts'
import { openBench } from './support/open-bench.ts'
import { median, percentile, print } from './support/promise.ts'

const { values } = parseArgs({ options: { regions: { type: 'string', default: 'all' } } })
const ROUNDS = 5

const LOADS = [
  { path: '/me', bound: 150, signedIn: false },
  { path: '/desk', bound: 450, signedIn: true },
] as const

const say = (line: string): boolean => process.stdout.write(`P9 ${line}\n`)

async function measureLoads(pages: Pages): Promise<void> {
  for (const { path, bound, signedIn } of LOADS) {
    const { files, gzipped, transferred } = await firstLoad(pages, path, signedIn)
    say(`${path}: ${files} answers, ${(transferred / 1000).toFixed(0)} KB over the wire`)
    const kilobytes = gzipped / 1000
    print({
      name: `P9 first load of ${path}`,
      ours: kilobytes,
      peer: bound,
      unit: 'KB gz',
      ratio: kilobytes / bound,
      promise: { kind: 'at most', bound: 1 },
    })
  }
}

async function measureAnswers(pages: Pages): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push((await millisecondsUntilAnswering(pages)) / 1000)
  const middle = median(times)
  print({ name: 'P9 /me answers', ours: middle, peer: 4, unit: 's', ratio: middle / 4, promise: { kind: 'at most', bound: 1 } })

  const keys = await keyPresses(pages)
  const p95 = percentile(keys, 0.95)
  say(`${keys.length} keys, median ${median(keys).toFixed(0)} ms (16 stands for all that is less)`)
  print({
    name: 'P9 key in the region picker, p95',
    ours: p95,
    peer: 50,
    unit: 'ms',
    ratio: p95 / 50,
    promise: { kind: 'at most', bound: 1 },
  })
}

function buildPages(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'tools', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the pages could not be built')
}

buildPages()
const bench = await openBench()
try {
  const { divisions } = await loadDivisions(bench.database.ownerPool, { regions: values.regions === 'all' ? 'all' : [values.regions] })
  say(`${divisions} divisions`)
  const pages = await openPages(bench)
  say(`in ${pages.browser}`)
  try {
    await measureLoads(pages)
    await measureAnswers(pages)
  } finally {
    await pages.close()
  }
} finally {
  await bench.close()
}
