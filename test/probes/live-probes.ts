import { setTimeout as sleep } from 'node:timers/promises'
import { judge } from './oracle/judge.ts'
import { liesBelow } from './oracle/places.ts'
import type { Matrix } from './run-matrix.ts'
import type { Actor } from './world/actors.ts'
import { cookieHeader, messageTo, send } from './world/desk.ts'
import { madeUp } from './world/people-made-up.ts'

const ROUTE = 'GET /api/live'
const PATIENCE_MS = 8_000

interface Listener {
  readonly actor: Actor
  readonly units: Set<string>
}

/**
 * Everybody listens while two stations of different counties register somebody: the event must reach whoever has the
 * station in their range, and name no other unit to anybody.
 */
export async function runLiveProbes(matrix: Matrix): Promise<void> {
  const { app, world, tally } = matrix
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const stop = new AbortController()
  for (const token of [...matrix.noSessions, ...world.persons.map((person) => person.token)]) {
    const answer = await fetch(`${address}/api/live`, { headers: cookieHeader(token) })
    tally.probe(ROUTE)
    tally.denied(true)
    if (answer.status !== 401) tally.fail({ kind: 'leak', route: ROUTE, what: `nobody may listen: ${answer.status}` })
    await answer.body?.cancel()
  }
  const listeners = await Promise.all(world.actors.map((actor) => listen(address, actor, stop.signal)))
  await sleep(1_500)
  const stations = ['500112017005', '500105001001'] as const
  for (const [at, unit] of stations.entries()) await registerSomebody(matrix, unit, 9_000 + at)
  const reaches = (one: Listener): readonly string[] => stations.filter((unit) => liesBelow(unit, one.actor.at))
  for (let waited = 0; waited < PATIENCE_MS && !listeners.every((one) => reaches(one).every((unit) => one.units.has(unit))); waited += 100)
    await sleep(100)
  stop.abort()
  for (const one of listeners) {
    tally.probe(ROUTE)
    tally.channel('live events')
    const missed = reaches(one).filter((unit) => !one.units.has(unit))
    const foreign = [...one.units].filter((unit) => !liesBelow(unit, one.actor.at))
    if (missed.length > 0)
      tally.fail({ kind: 'wrong denial', route: ROUTE, what: `${one.actor.label} heard nothing of ${missed.join(', ')}` })
    if (foreign.length > 0) tally.fail({ kind: 'leak', route: ROUTE, what: `${one.actor.label} heard of ${foreign.join(', ')}` })
  }
}

async function listen(address: string, actor: Actor, signal: AbortSignal): Promise<Listener> {
  const answer = await fetch(`${address}/api/live`, { headers: { cookie: `guidui=${actor.token}` }, signal })
  const units = new Set<string>()
  const read = async (): Promise<void> => {
    const words = new TextDecoder()
    for await (const part of answer.body ?? []) {
      for (const [unit] of words.decode(part).matchAll(/\d{12}(?:-\d+)?/g)) units.add(unit)
    }
  }
  read().catch(() => undefined)
  return { actor, units }
}

async function registerSomebody({ app, world }: Matrix, unit: string, serial: number): Promise<void> {
  const { name, citizenId, phone, address } = madeUp(serial)
  const clerk = world.actors.find((one) => one.at === unit && judge(one, { route: 'person.capture', touches: unit }) === 'may')
  const body = { unitCode: unit, person: { name, citizenId, phone, address, householdRegion: unit } }
  const answer = await send(app, clerk?.token, messageTo('do', 'person.capture', body))
  if (answer.status !== 200) throw new Error(`nobody could be registered at ${unit}: ${answer.text}`)
}
