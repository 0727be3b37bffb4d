/**
 * P12: a round on the big screen (issue 4, must show 4): 200 spectators follow it live while 8 clients pick for whoever has
 * the turn, all at once, over HTTP. No seat goes twice; a page of the board, and the way of a pick from its answer to every
 * screen, take at most 300 ms (p99).
 */
import { fork } from 'node:child_process'
import type { RoundPage } from '../src/modules/placement/contract.ts'
import { clockAt, systemClock } from '../src/platform/clock/clock.ts'
import { buildServer } from '../src/server.ts'
import { draftOf, openOf } from '../test/round-world.ts'
import { divisions, NOW } from '../test/world.ts'
import { openPickers, type Pickers } from './support/board/pickers.ts'
import { instant, type Loaded, type Seen, type Watching } from './support/board/spectators.ts'
import { openBench } from './support/open-bench.ts'
import { percentile, print } from './support/promise.ts'

const SPECTATORS = 200
const CLIENTS = 8
const PEOPLE = 120
const BOUND = 300

const say = (line: string): boolean => process.stdout.write(`P12 ${line}\n`)

/** Everybody in turn; for each of them all clients at once. Gives the instant at which each link was answered. */
async function pickAll(pickers: Pickers, roundId: string): Promise<Map<number, number>> {
  const answered = new Map<number, number>()
  for (let scene = await pickers.see(roundId); scene.next; scene = await pickers.see(roundId)) {
    const won = await pickers.pickAtOnce(scene as RoundPage & { next: NonNullable<RoundPage['next']> })
    if (won.length !== 1) throw new Error(`turn ${scene.next.turn} was taken ${won.length} times`)
    answered.set(won[0] ?? 0, instant())
  }
  return answered
}

/** For each pick and each screen, the milliseconds until the screen knew of it or of a later one. */
function delays(seen: readonly Seen[], answered: ReadonlyMap<number, number>): number[] {
  const inOrder = seen.toSorted((one, other) => one.at - other.at)
  return [...answered].flatMap(([seq, at]) => {
    const screens = inOrder.filter((one) => one.seq === seq)
    return screens.map((one) => Math.max(0, one.at - at))
  })
}

const judge = (name: string, times: readonly number[]): void => {
  const p99 = percentile(times, 0.99)
  print({ name, ours: p99, peer: BOUND, unit: 'ms', ratio: p99 / BOUND, promise: { kind: 'at most', bound: 1 } })
}

const bench = await openBench()
const { database, secrets } = bench
const server = await buildServer({ pool: database.appPool, clock: systemClock, secrets, secure: false, log: () => undefined })
const spectators = fork(new URL('./support/board/spectators.ts', import.meta.url))
try {
  await divisions(database)
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const ground = { pool: database.appPool, secrets, clock: clockAt(NOW) }
  const points = Array.from({ length: PEOPLE }, (_, at) => 140 - at)
  const made = await draftOf(ground, { points, seats: points.map(() => 1) })
  await openOf(ground, { ...ground, clock: systemClock }, made)
  const pickers = await openPickers(bench, { address: new URL(address), clients: CLIENTS })
  const [seen, loaded]: [Seen[], number[]] = [[], []]
  spectators.on('message', (message: Seen | Loaded) => ('seq' in message ? seen.push(message) : loaded.push(message.milliseconds)))
  spectators.send({ url: `${address}/api/open/rounds/${made.roundId}`, screens: SPECTATORS } satisfies Watching)
  while (seen.length < SPECTATORS) await new Promise((resolve) => setTimeout(resolve, 20))
  const answered = await pickAll(pickers, made.roundId)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const last = Math.max(...answered.keys())
  const told = seen.filter(({ seq }) => seq === last).length
  if (answered.size !== PEOPLE || told !== SPECTATORS) throw new Error(`${answered.size} picks; ${told} screens know the last`)
  const way = delays(seen, answered)
  say(`${answered.size} picks by ${CLIENTS} clients at once, none of them twice; all ${told} screens know the last; ${way.length} arrivals`)
  judge(`P12 a page of the board, ${loaded.length} times`, loaded)
  judge('P12 from the answer to a pick to a screen', way)
  pickers.close()
} finally {
  spectators.kill()
  await server.close()
  await bench.close()
}
