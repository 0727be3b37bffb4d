import { type Outcome, readOutcome } from '../../src/ui/outbox/read-outcome.ts'
import type { Transport } from '../../src/ui/outbox/replay.ts'
import type { Chance } from './chance.ts'
import type { Said, ServerModel } from './server-model.ts'

/** How bad the line is; `calm` is a line without faults. */
export interface Weather {
  readonly drop: number
  readonly twice: number
  readonly late: number
  readonly busy: number
  readonly signedOut: number
}

export const storm: Weather = { drop: 0.3, twice: 0.3, late: 0.2, busy: 0.05, signedOut: 0.03 }
export const calm: Weather = { drop: 0, twice: 0, late: 0, busy: 0, signedOut: 0 }

/** Messages that are still on their way: they may arrive at any later moment, in any order. */
export type Underway = (() => void)[]

/** A line that loses messages and answers, brings them twice, late and cut short. */
export function faultyLine(parts: { server: ServerModel; chance: Chance; weather: Weather; underway: Underway }): Transport {
  const { server, chance, weather, underway } = parts
  const carry = (deliver: (isWhole: boolean) => Said): Outcome => {
    if (chance.of(weather.signedOut)) return { kind: 'signedOut' }
    if (chance.of(weather.busy)) return { kind: 'busy', waitMs: 1 }
    if (chance.of(weather.drop / 2)) return { kind: 'silent' }
    if (chance.of(weather.late)) {
      underway.push(() => void deliver(true))
      return { kind: 'silent' }
    }
    if (chance.of(weather.drop / 4)) {
      const { status, body } = deliver(false)
      return chance.of(0.5) ? { kind: 'silent' } : readOutcome(status, body)
    }
    const { status, body } = deliver(true)
    if (chance.of(weather.twice)) underway.push(() => void deliver(true))
    return chance.of(weather.drop / 2) ? { kind: 'silent' } : readOutcome(status, body)
  }
  const cutShort: Said = { status: 400, body: { problem: { code: 'bad-request' } } }
  return {
    act: async ({ accountId, ...message }) => carry((isWhole) => (isWhole ? server.act(accountId, message) : cutShort)),
    photo: async ({ accountId, id, hash }) => carry((isWhole) => server.photo(accountId, { id, hash, isWhole })),
  }
}

/** Lets some of what is under way arrive, in any order. */
export function arrive(underway: Underway, chance: Chance, share: number): void {
  for (let at = underway.length - 1; at >= 0; at -= 1) {
    if (chance.of(share)) underway.splice(at, 1)[0]?.()
  }
}
