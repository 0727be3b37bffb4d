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
export type Underway = (() => unknown)[]

/** A line that loses messages and answers, brings them twice, late and cut short. */
export function faultyLine(parts: { server: ServerModel; chance: Chance; weather: Weather; underway: Underway }): Transport {
  const { server, chance, weather, underway } = parts
  const carry = async (deliver: (isWhole: boolean) => Said | Promise<Said>): Promise<Outcome> => {
    if (chance.of(weather.signedOut)) return { kind: 'signedOut' }
    if (chance.of(weather.busy)) return { kind: 'busy', waitMs: 1 }
    if (chance.of(weather.drop / 2)) return { kind: 'silent' }
    if (chance.of(weather.late)) {
      underway.push(() => deliver(true))
      return { kind: 'silent' }
    }
    if (chance.of(weather.drop / 4)) {
      const { status, body } = await deliver(false)
      return chance.of(0.5) ? { kind: 'silent' } : readOutcome(status, body)
    }
    const { status, body } = await arriveWhole(parts, deliver)
    return chance.of(weather.drop / 2) ? { kind: 'silent' } : readOutcome(status, body)
  }
  const cutShort: Said = { status: 400, body: { problem: { code: 'bad-request' } } }
  return {
    act: async ({ accountId, ...message }) => carry((isWhole) => (isWhole ? server.act(accountId, message) : cutShort)),
    photo: async ({ accountId, ...photo }) => carry((isWhole) => server.photo(accountId, { ...photo, isWhole })),
  }
}

/** The message arrives whole: once, once more later, or in two copies at the same moment, of which one answer is heard. */
async function arriveWhole(
  { chance, weather, underway }: { chance: Chance; weather: Weather; underway: Underway },
  deliver: (isWhole: boolean) => Said | Promise<Said>,
): Promise<Said> {
  if (!chance.of(weather.twice)) return await deliver(true)
  if (chance.of(0.5)) {
    underway.push(() => deliver(true))
    return await deliver(true)
  }
  const [heard] = await Promise.all([deliver(true), deliver(true)])
  return heard
}

/** Lets some of what is under way arrive, in any order. */
export async function arrive(underway: Underway, chance: Chance, share: number): Promise<void> {
  for (let at = underway.length - 1; at >= 0; at -= 1) {
    if (chance.of(share)) await underway.splice(at, 1)[0]?.()
  }
}
