import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { runBrowserKills } from './browser-run.ts'
import { runCuts } from './cut-run.ts'
import { runFills } from './fill-run.ts'
import { freePort } from './free-port.ts'
import { buildProgram } from './guidui-process.ts'
import { runKills } from './kill-run.ts'
import { runMonthKills } from './month-run.ts'
import { runOutbox } from './outbox-run.ts'
import { runPickKills } from './pick-run.ts'
import { isWhole, type Verdict } from './verify-effects.ts'

// npm run faults -- [--kills <n>] [--cuts <n>] [--seed <n>] [--disk <small file system of its own>]
// npm run faults -- outbox [--server] [--histories <n>] [--seed <n>]
// npm run faults -- picks
// npm run faults -- month
// npm run faults -- browser [--kills <n>] [--seed <n>] [--chromium <path>]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    cuts: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    disk: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    histories: { type: 'string' },
    server: { type: 'boolean', default: false },
  },
})

/** The bar: seconds without service after a kill. */
const LONGEST = 10_000

const FILLS = 5

const say = (line: string): void => console.info(line)

function tell({ acknowledged, retried, lost, doubled, half, brokenChains }: Verdict): void {
  say(
    `  acknowledged ${acknowledged} (${retried} sent more than once), lost ${lost.length}, twice ${doubled.length}, ` +
      `half effects ${half.length}, broken chains ${brokenChains.length}`,
  )
  for (const fault of [...lost, ...doubled, ...half, ...brokenChains].slice(0, 20)) say(`  ✗ ${fault}`)
}

const load = (): number => loadavg()[0] ?? 0

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `${sorted.at(-1) ?? 0} ms at most, ${sorted[Math.floor(sorted.length / 2)] ?? 0} ms median`
}

async function killing(kills: number, seed: number): Promise<boolean> {
  if (kills === 0) return true
  const before = load()
  const report = await runKills({ kills, seed, port: await freePort(), say })
  const all = Object.values(report.backAfter).flat()
  say(`kills ${all.length} of ${kills}; load of the machine ${before.toFixed(1)} before and ${load().toFixed(1)} after`)
  for (const [victim, times] of Object.entries(report.backAfter)) {
    const isBack = times.length > 0 && Math.max(...times) <= LONGEST
    say(`  ${isBack ? '✓' : '✗'} ${victim.padEnd(10)} ${String(times.length).padStart(3)} killed, back after ${spread(times)}`)
  }
  tell(report)
  return isWhole(report) && all.length === kills && all.every((time) => time <= LONGEST)
}

async function cutting(cuts: number, seed: number): Promise<boolean> {
  if (cuts === 0) return true
  const report = await runCuts({ cuts, seed, port: await freePort() })
  say(`cuts ${report.cuts} of ${cuts} between COMMIT and its answer, ${report.answered} of them after the database had answered`)
  tell(report)
  return isWhole(report) && report.cuts >= cuts
}

/** Only where a file system of its own is named: the run fills it. */
async function filling(disk: string | undefined, seed: number): Promise<boolean> {
  if (disk === undefined) return true
  const { times, saidFull, ...verdict } = await runFills({ disk, fills: FILLS, seed, port: await freePort() })
  const isBack = Math.max(...times) <= LONGEST
  say(`disk filled ${times.length} times under load`)
  say(`  ${isBack ? '✓' : '✗'} back after space was freed, without a hand: ${spread(times)}`)
  say(`  ${saidFull.length > 0 ? '✓' : '✗'} told in words: ${saidFull[0] ?? 'nothing'}`)
  tell(verdict)
  return isWhole(verdict) && isBack && saidFull.length > 0
}

async function closing(kills: number, seed: number): Promise<boolean> {
  await buildProgram()
  const report = await runBrowserKills({ kills, seed, port: await freePort(), browser: values.chromium, say })
  const { shown, lost, delivered, onServer, needsHand } = report
  say(`browser killed ${report.kills} times while it saved or sent: ${shown} items showed 已存本机, ${lost} of them lost`)
  say(`delivered ${delivered}, on the server ${onServer}, need a hand ${needsHand}`)
  const isRight = lost === 0 && delivered === onServer && shown > 0 && delivered + needsHand >= shown
  say(isRight ? '✓ nothing that showed 已存本机 was lost, nothing arrived twice' : '✗ see above')
  return isRight
}

async function playing(histories: number, seed: number): Promise<boolean> {
  const found = await runOutbox({ histories, seed, isReal: values.server })
  say(`histories ${found.histories} of ${histories}: ${found.saved} items showed 已存本机, ${found.effects} effects`)
  if (found.broken !== undefined) say(`  ✗ ${found.broken}`)
  const isRight = found.broken === undefined && found.histories === histories
  say(isRight ? '✓ none was lost, none took effect twice, devices and server agree, nothing was stuck unsaid' : '✗ see above')
  return isRight
}

async function picking(): Promise<boolean> {
  await buildProgram()
  const { steps, kills, stood, never, faults } = await runPickKills({ port: await freePort(), say })
  say(`a pick has ${steps} statements; killed ${kills} times at them: ${stood} picks stood with their receipt, ${never} never were`)
  for (const fault of faults) say(`  ✗ ${fault}`)
  const isRight = faults.length === 0 && stood > 0 && never > 0 && kills === stood + never
  say(isRight ? '✓ each pick was sent again and stands once; the record of the round is verified' : '✗ see above')
  return isRight
}

async function paying(): Promise<boolean> {
  await buildProgram()
  const { deeds, months, payments, faults } = await runMonthKills({ port: await freePort(), say })
  for (const [deed, { steps, kills, stood, never }] of deeds)
    say(
      `  ${deed.padEnd(9)} ${String(steps).padStart(2)} statements, killed ${kills} times: ${stood} stood with their receipt, ${never} never were`,
    )
  for (const fault of faults) say(`  ✗ ${fault}`)
  const isRight = faults.length === 0 && payments > 0 && [...deeds.values()].every(({ kills }) => kills > 0)
  say(isRight ? `✓ ${months} months, ${payments} payments: nobody paid twice, nobody left out, the books agree` : '✗ see above')
  return isRight
}

async function main(): Promise<boolean> {
  const [kills, cuts, seed] = [values.kills, values.cuts, values.seed].map(Number)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  say(`faults · commit ${commit} · seed ${seed} · load ${load().toFixed(1)}`)
  if (positionals[0] === 'browser') return await closing(kills ?? 100, seed ?? 1)
  if (positionals[0] === 'outbox') return await playing(Number(values.histories ?? (values.server ? 2_000 : 100_000)), seed ?? 1)
  if (positionals[0] === 'picks') return await picking()
  if (positionals[0] === 'month') return await paying()
  await buildProgram()
  const isKilledWell = await killing(kills ?? 100, seed ?? 1)
  const isCutWell = await cutting(cuts ?? 200, seed ?? 1)
  const bar = `the service back within ${LONGEST / 1000} s after every kill`
  const isFilledWell = await filling(values.disk, seed ?? 1)
  const isRight = isKilledWell && isCutWell && isFilledWell
  say(isRight ? `✓ nothing acknowledged was lost, nothing happened twice, nothing by halves, ${bar}` : '✗ see above')
  return isRight
}

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
