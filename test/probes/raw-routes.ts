import { TOTP } from 'otpauth'
import { leaksIn } from './oracle/traces.ts'
import { PLANTED_EXPORT } from './plants.ts'
import type { Matrix } from './run-matrix.ts'
import { type Actor, PASSWORD, seatActor, TOTP_SECRET } from './world/actors.ts'
import { type Answer, type Request, send } from './world/desk.ts'
import { secrets } from './world/probe-world.ts'

interface Raw {
  /** Everybody asks: whoever has a session succeeds, whoever has none gets this status. */
  readonly closed?: number
  /** Strangers and people on /me are shown it too, and in it nobody. */
  readonly open?: true
  readonly request: (actor: Actor) => Request
  /** A session of its own for each call: the call ends it or needs it fresh. */
  readonly ownSession?: boolean
  /** A refusal that only somebody with a session hears, and that is as good as success. */
  readonly mayRefuse?: string
}

const code = (): string => new TOTP({ secret: TOTP_SECRET }).generate()
const post = (url: string, body: object): Request => ({ method: 'POST', url, body })

/** The routes that are neither action nor view. `open` to strangers is only what says nothing of anybody. */
const RAW: Readonly<
  Record<string, Raw | 'like GET' | `see ${'live' | 'file' | 'photo' | 'paper' | 'me' | 'open' | 'employer'}-probes.ts`>
> = {
  'GET /api/session': { request: () => ({ method: 'GET', url: '/api/session' }) },
  'HEAD /api/session': 'like GET',
  'POST /api/session': {
    ownSession: true,
    request: ({ login, role }) =>
      post('/api/session', { login, password: PASSWORD, ...(role === 'stationWorker' ? {} : { code: code() }) }),
  },
  'DELETE /api/session': { ownSession: true, request: () => ({ method: 'DELETE', url: '/api/session' }) },
  'DELETE /api/session/everywhere': { ownSession: true, request: () => ({ method: 'DELETE', url: '/api/session/everywhere' }) },
  'POST /api/session/totp/enrol': { closed: 401, ownSession: true, request: () => post('/api/session/totp/enrol', {}) },
  'POST /api/session/totp/confirm': {
    closed: 401,
    ownSession: true,
    mayRefuse: 'not-enrolling',
    request: () => post('/api/session/totp/confirm', { code: code() }),
  },
  'POST /api/session/password': {
    closed: 401,
    ownSession: true,
    request: () => post('/api/session/password', { current: PASSWORD, next: 'Another-Harbour-8' }),
  },
  'POST /api/files': 'see file-probes.ts',
  'GET /api/files/:id': 'see file-probes.ts',
  'HEAD /api/files/:id': 'like GET',
  'POST /api/photos': 'see photo-probes.ts',
  'GET /api/photos/:id': 'see photo-probes.ts',
  'HEAD /api/photos/:id': 'like GET',
  'GET /api/me/session': 'see me-probes.ts',
  'HEAD /api/me/session': 'like GET',
  'POST /api/me/session': 'see me-probes.ts',
  'DELETE /api/me/session': 'see me-probes.ts',
  'POST /api/me/code': 'see me-probes.ts',
  'POST /api/me/open': 'see me-probes.ts',
  'POST /api/me/bind': 'see me-probes.ts',
  'POST /api/me/files': 'see paper-probes.ts',
  'POST /api/papers': 'see paper-probes.ts',
  'POST /api/evidence': 'see paper-probes.ts',
  'GET /api/papers/:id': 'see paper-probes.ts',
  'HEAD /api/papers/:id': 'like GET',
  'GET /api/live': 'see live-probes.ts',
  'HEAD /api/live': 'like GET',
  'GET /api/open/figures': { open: true, request: () => ({ method: 'GET', url: '/api/open/figures' }) },
  'HEAD /api/open/figures': 'like GET',
  'GET /api/open/figures/:place/:quarter': {
    open: true,
    request: () => ({ method: 'GET', url: '/api/open/figures/500000000000/latest' }),
  },
  'HEAD /api/open/figures/:place/:quarter': 'like GET',
  'GET /api/open/memorials/:place': 'see open-probes.ts',
  'HEAD /api/open/memorials/:place': 'like GET',
  'GET /api/open/places': { open: true, request: () => ({ method: 'GET', url: '/api/open/places?query=%E6%B8%9D%E5%8C%97' }) },
  'HEAD /api/open/places': 'like GET',
  'GET /api/open/units/:place': 'see open-probes.ts',
  'HEAD /api/open/units/:place': 'like GET',
  'GET /api/open/funds': 'see open-probes.ts',
  'HEAD /api/open/funds': 'like GET',
  'POST /api/open/gift': 'see open-probes.ts',
  'GET /api/open/scores': 'see open-probes.ts',
  'HEAD /api/open/scores': 'like GET',
  'GET /api/open/scores/:id': 'see open-probes.ts',
  'HEAD /api/open/scores/:id': 'like GET',
  'GET /api/open/rounds': 'see open-probes.ts',
  'HEAD /api/open/rounds': 'like GET',
  'GET /api/open/rounds/:id': 'see open-probes.ts',
  'HEAD /api/open/rounds/:id': 'like GET',
  'GET /api/open/rounds/:id/record': 'see open-probes.ts',
  'HEAD /api/open/rounds/:id/record': 'like GET',
  'GET /api/open/rounds/:id/live': 'see open-probes.ts',
  'HEAD /api/open/rounds/:id/live': 'like GET',
  'POST /api/open/employer': 'see employer-probes.ts',
  'POST /api/open/employer/rank': 'see employer-probes.ts',
  'GET /api/docs': { request: () => ({ method: 'GET', url: '/api/docs' }) },
  'HEAD /api/docs': 'like GET',
}

/** Only there where it was planted. */
const PLANTED: Readonly<Record<string, Raw>> = { [`GET ${PLANTED_EXPORT}`]: { request: () => ({ method: 'GET', url: PLANTED_EXPORT }) } }

export const isKnownRaw = (route: string): boolean => route in RAW

/** Asks every raw route as everybody, and as nobody; a stranger's own row is all that anybody sees of accounts. */
export async function runRawProbes(matrix: Matrix): Promise<void> {
  const planted = matrix.app.hasRoute({ method: 'GET', url: PLANTED_EXPORT }) ? PLANTED : {}
  for (const [route, raw] of Object.entries({ ...planted, ...RAW })) {
    if (typeof raw !== 'string' && !matrix.isOver()) await runRaw(matrix, route, raw)
  }
}

/** Strangers and people on /me, where a route says what they are to be answered. */
const nobodiesOf = ({ noSessions, world }: Matrix, { closed, open }: Raw) =>
  closed === undefined && open !== true ? [] : [...noSessions, ...world.persons.map((person) => person.token)]

async function runRaw(matrix: Matrix, route: string, raw: Raw): Promise<void> {
  const { tally } = matrix
  const actors = raw.ownSession ? await ownActors(matrix, route) : matrix.world.actors
  const nobodies = nobodiesOf(matrix, raw)
  for (const token of nobodies) {
    const [first] = actors
    if (first)
      check(matrix, {
        route,
        actor: undefined,
        answer: await send(matrix.app, token, raw.request(first)),
        wanted: raw.open ? 200 : (raw.closed ?? 401),
      })
  }
  let isControlled = false
  for (const actor of actors) {
    const answer = await send(matrix.app, actor.token, raw.request(actor))
    const isDone = answer.status === 200 || (raw.mayRefuse !== undefined && answer.text.includes(raw.mayRefuse))
    check(matrix, { route, actor, answer, wanted: isDone ? answer.status : 200 })
    isControlled ||= isDone
  }
  if (raw.open !== true) for (const _ of nobodies) tally.denied(isControlled)
  if (!isControlled) tally.fail({ kind: 'wrong denial', route, what: 'nobody has succeeded' })
}

/** People who sign out, or change what they sign in with, are nobody else's. */
async function ownActors({ database }: Matrix, route: string): Promise<Actor[]> {
  const login = `raw.${route
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
    .slice(-30)}`
  const seat = { role: 'stationWorker', at: '500105001001' } as const
  return [await seatActor(database.appPool, secrets, seat, login)]
}

/** Looked for as one: some answers are a megabyte, and the world has thousands of ids. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const UUID_LENGTH = 36

interface RawAnswer {
  readonly route: string
  readonly actor: Actor | undefined
  readonly answer: Answer
  readonly wanted: number
}

function check({ tally, world }: Matrix, { route, actor, answer, wanted }: RawAnswer): void {
  tally.probe(route)
  const what = `${actor?.label ?? 'nobody'}: ${answer.status} ${answer.text.slice(0, 160)}`
  if (answer.status !== wanted) tally.fail({ kind: wanted === 200 ? 'wrong denial' : 'leak', route, what })
  const owners = { ids: new Map([...world.owners.ids].filter(([id]) => id !== actor?.accountId)) }
  const others = leaksIn(answer.text, { asker: actor, route: 'account.own', typed: '', owners })
  const named = new Set(answer.text.match(UUID))
  const shown = [...owners.ids.keys()].filter((id) => (id.length === UUID_LENGTH ? named.has(id) : answer.text.includes(id)))
  for (const leak of [...others, ...shown]) tally.fail({ kind: 'leak', route, what: `${what}: ${leak}` })
}
