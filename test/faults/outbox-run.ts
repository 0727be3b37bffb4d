import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** What `test/outbox/play.ts` found in its share. */
export interface Found {
  readonly histories: number
  readonly saved: number
  readonly effects: number
  readonly broken?: string
}

const PLAY = fileURLToPath(new URL('../outbox/play.ts', import.meta.url))
const PLAY_REAL = fileURLToPath(new URL('../field/play-real.ts', import.meta.url))

/** Plays histories of boxes against a model of the server or the program itself, on every core; each core has its own seed. */
export async function runOutbox({ histories, seed, isReal }: { histories: number; seed: number; isReal: boolean }): Promise<Found> {
  const cores = Math.min(availableParallelism(), histories)
  const shares = Array.from({ length: cores }, (_, core) => Math.floor((histories + core) / cores))
  const found = await Promise.all(shares.map((runs, core) => play(isReal ? PLAY_REAL : PLAY, { runs, seed: seed + core })))
  const sum = (of: (one: Found) => number) => found.reduce((all, one) => all + of(one), 0)
  const broken = found.find((one) => one.broken !== undefined)?.broken
  return {
    histories: sum((one) => one.histories),
    saved: sum((one) => one.saved),
    effects: sum((one) => one.effects),
    ...(broken === undefined ? {} : { broken }),
  }
}

function play(player: string, { runs, seed }: { runs: number; seed: number }): Promise<Found> {
  const child = fork(player, [String(runs), String(seed)], { execArgv: process.execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', (found) => resolve(found as Found))
    child.once('exit', (code) => reject(new Error(`the player ended with ${code} and said nothing`)))
  })
}
