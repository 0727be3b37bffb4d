import type { FastifyInstance } from 'fastify'
import { faultsOf, sameAs } from './check-answer.ts'
import type { ProbeCase, RouteKind } from './generators/probe-case.ts'
import { judge, type Verdict } from './oracle/judge.ts'
import { stemOf } from './oracle/places.ts'
import type { Tally } from './tally.ts'
import type { Actor } from './world/actors.ts'
import { type Answer, messageTo, saidIn, send, type Token } from './world/desk.ts'
import type { ProbeDatabase } from './world/open-database.ts'
import type { Bound } from './world/persons.ts'
import type { ProbeWorld } from './world/probe-world.ts'

/** An account of an office, or a telephone on /me. */
type Somebody = Actor | Bound

export interface Matrix {
  readonly app: FastifyInstance
  readonly database: ProbeDatabase
  readonly world: ProbeWorld
  readonly kindOf: (route: string) => RouteKind
  readonly tally: Tally
  /** Of each case, every so-manyth actor that is denied is asked; whoever may is always asked. */
  readonly chosen: (one: ProbeCase, actor: Somebody | undefined) => boolean
  /** Sessions that are none: no cookie, made-up ones, one that has ended, and each kind in the place of the other. */
  readonly noSessions: readonly (Token | undefined)[]
  /** Whether enough has been found: no further case is begun. */
  readonly isOver: () => boolean
}

const AT_ONCE = 6

/** Sends every call as everybody: first all that only read, in a world that stands still; then what changes it. */
export async function runMatrix(matrix: Matrix): Promise<void> {
  const { cases } = matrix.world
  const readings = cases.filter((one) => matrix.kindOf(one.route) === 'see')
  const changes = cases.filter((one) => matrix.kindOf(one.route) === 'do')
  for (const set of [readings, changes]) {
    const queue = [...set]
    const work = async (): Promise<void> => {
      for (let one = queue.shift(); one && !matrix.isOver(); one = queue.shift()) await runCase(matrix, one)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
}

/**
 * What changes the world: the denials first, while there is still something to be denied. What only reads: whoever may
 * first, so that an answer kept for somebody else would be found.
 */
async function runCase(matrix: Matrix, one: ProbeCase): Promise<void> {
  const { world, tally, kindOf } = matrix
  const expected = one.counts === undefined ? undefined : await countAt(matrix, one.counts, one.touches ?? '')
  const judged = [...world.actors, ...world.persons].map((actor) => ({ actor, verdict: judge(actor, one) }))
  const allow = async (): Promise<boolean> => {
    let isControlled = false
    for (const { actor, verdict } of judged) {
      if (verdict !== 'may') continue
      const answer = await probe(matrix, one, { actor, token: actor.token, verdict, expected })
      isControlled ||= await isControl(matrix, one, { actor, answer })
    }
    return isControlled
  }
  const deny = async (): Promise<number> => {
    const asked = judged.filter(({ actor, verdict }) => verdict !== 'may' && (isOnMe(actor, verdict) || matrix.chosen(one, actor)))
    for (const token of matrix.noSessions) await probe(matrix, one, { actor: undefined, token, verdict: 'signed-out', expected })
    for (const { actor, verdict } of asked) await probe(matrix, one, { actor, token: actor.token, verdict, expected })
    return matrix.noSessions.length + asked.length
  }
  const [isControlled, denials] =
    kindOf(one.route) === 'see' ? [await allow(), await deny()] : await deny().then(async (n) => [await allow(), n] as const)
  if (!isControlled) tally.fail({ kind: 'wrong denial', route: one.route, what: `${one.label}: nobody who may has succeeded` })
  for (let at = 0; at < denials; at += 1) tally.denied(isControlled)
}

/** Persons are few, and neighbours: what is theirs is asked for by all of them. */
const isOnMe = ({ role }: Somebody, verdict: Verdict): boolean => role === 'person' && verdict !== 'signed-out'

interface Sent {
  readonly actor: Somebody | undefined
  readonly token: Token | undefined
  readonly verdict: Verdict
  readonly expected: number | undefined
}

async function probe(matrix: Matrix, one: ProbeCase, { actor, token, verdict, expected }: Sent): Promise<Answer> {
  const { app, world, tally, kindOf } = matrix
  const answer = await send(app, token, messageTo(kindOf(one.route), one.route, one.body))
  tally.probe(one.route)
  const absent = actor && (verdict === 'not-found' || verdict === 'hidden') ? await absentFor(matrix, one, { actor, verdict }) : undefined
  for (const failure of faultsOf({ one, actor, verdict, answer, absent, owners: world.owners, expected })) tally.fail(failure)
  return answer
}

/** Whether a call by somebody who may shows that there was something to be denied. */
async function isControl(matrix: Matrix, one: ProbeCase, { actor, answer }: { actor: Somebody; answer: Answer }): Promise<boolean> {
  const kind = matrix.kindOf(one.route)
  const ask = (body: object): Promise<Answer> => send(matrix.app, actor.token, messageTo(kind, one.route, body))
  const shown = one.paired ? await ask(one.paired) : answer
  const isDone = shown.status === 200 && saidIn(shown).value !== undefined
  if (one.about === undefined || one.holds || !one.absent) return isDone
  if (isDone && kind === 'do') return true
  // A stranger who cannot be visited from here is refused otherwise than nobody is.
  return !sameAs(shown, await ask(one.absent))
}

const absents = new WeakMap<Matrix, Map<string, Promise<Answer>>>()

/** What an actor is told of that which does not exist; of a whole missing thing it is asked once a route. */
function absentFor(matrix: Matrix, one: ProbeCase, { actor, verdict }: { actor: Somebody; verdict: Verdict }): Promise<Answer> | undefined {
  if (!one.absent) return undefined
  const known = absents.get(matrix) ?? new Map<string, Promise<Answer>>()
  absents.set(matrix, known)
  const key = verdict === 'not-found' ? `${one.route} ${actor.label}` : `${one.route} ${actor.label} ${JSON.stringify(one.absent)}`
  const answer = known.get(key) ?? send(matrix.app, actor.token, messageTo(matrix.kindOf(one.route), one.route, one.absent))
  known.set(key, answer)
  if (verdict === 'not-found') matrix.tally.channel('absent and hidden alike')
  return answer
}

async function countAt({ database }: Matrix, from: string, place: string): Promise<number> {
  const { rows } = await database.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${from} and starts_with(unit_code, $1)`, [
    stemOf(place),
  ])
  return rows[0]?.n ?? 0
}
