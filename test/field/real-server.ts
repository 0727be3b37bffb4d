import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type pg from 'pg'
import { installAccount } from '../../src/platform/access/accounts.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { withOwner, withScope } from '../../src/platform/database/scope.ts'
import type { FileStore } from '../../src/platform/files/index.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { buildServer } from '../../src/server.ts'
import { canonical } from '../../src/ui/outbox/canonical.ts'
import { ACCOUNTS } from '../outbox/history.ts'
import type { Effect, Picture, Said, ServerModel } from '../outbox/server-model.ts'
import { divisions, FENGMING, person } from '../world.ts'

const PASSWORD = 'Quiet-Harbour-7'
const FUTURE = '2090-01-01'
const FAULT: Said = { status: 500, body: { problem: { code: 'fault', incident: 'x' } } }

interface Seat {
  readonly accountId: string
  readonly cookie: string
}

/** The whole program on a real database, asked through its own doors: two workers of one village, with sessions. */
export async function openRealServer(on: { ownerPool: pg.Pool; appPool: pg.Pool; mePool: pg.Pool; files: FileStore }) {
  const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })
  const ground = { pool: on.appPool, clock: systemClock, secrets }
  await divisions(on)
  const app = await buildServer({ ...ground, mePool: on.mePool, files: on.files, secure: false, log: () => undefined })
  const seats = new Map<string, Seat>()
  for (const [at, known] of ACCOUNTS.entries()) seats.set(known, await seatOf(app, ground, `histories.${at}`))
  return {
    /** A server for one history: the same program, people of its own. */
    fresh: async (): Promise<ServerModel> => {
      const people = await Promise.all(Array.from({ length: 4 }, async () => (await person(ground)).id))
      return inFront({ app, seats, people, pool: on.ownerPool })
    },
    close: () => app.close(),
  }
}

async function seatOf(
  app: FastifyInstance,
  { pool, secrets }: { pool: pg.Pool; secrets: ReturnType<typeof openSecrets> },
  login: string,
): Promise<Seat> {
  const account = {
    login,
    name: '测试',
    unitCode: FENGMING,
    roles: ['stationWorker'] as const,
    password: PASSWORD,
    mustChangePassword: false,
    now: new Date(),
  }
  const accountId = await withScope(pool, { lo: FENGMING, hi: `${FENGMING}:` }, 'write', (tx) => installAccount(tx, secrets, account))
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
  if (!accountId || answer.statusCode !== 200) throw new Error(`signing in was answered with ${answer.statusCode}: ${answer.body}`)
  return { accountId, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

/** What stands before the program in a history, and keeps the order in which it said yes. */
function inFront(parts: { app: FastifyInstance; seats: ReadonlyMap<string, Seat>; people: readonly string[]; pool: pg.Pool }): ServerModel {
  const { app, people, pool } = parts
  const faulty = new Set<string>()
  const yes: { accountId: string; id: string }[] = []
  const effects: Effect[] = []
  const send = async (
    accountId: string,
    asked: { url: string; payload: string | Buffer; headers: Record<string, string> },
  ): Promise<Said> => {
    const seat = parts.seats.get(accountId)
    if (!seat) throw new Error(`${accountId} has no seat`)
    const headers = { ...asked.headers, cookie: seat.cookie, 'x-guidui-account': seat.accountId }
    const answer = await app.inject({ method: 'POST', ...asked, headers } as InjectOptions)
    return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
  }
  return {
    effects,
    early: [],
    has: (accountId, id) => effects.some((effect) => effect.accountId === accountId && effect.id === id),
    body: ({ subject, mark, how, photoIds }) => {
      if (how === 'faulty') faulty.add(String(mark))
      const doneOn = how === 'poison' ? FUTURE : systemClock.today()
      return {
        personIds: [people[subject] ?? ''],
        unitCode: FENGMING,
        doneOn,
        reason: 'routine',
        way: 'home',
        goodsValueFen: String(mark),
        photoIds,
      }
    },
    act: async (accountId, { id, action, body }) => {
      // No item makes the program itself fall: what stands before it does.
      if (faulty.has(String(body['goodsValueFen']))) return FAULT
      const headers = { 'content-type': 'application/json', 'idempotency-key': id }
      const said = await send(accountId, { url: `/api/do/${action}`, payload: canonical(body), headers })
      if (said.status === 200) yes.push({ accountId, id })
      return said
    },
    photo: (accountId, picture) => send(accountId, upload(picture)),
    settle: async () => void effects.push(...(await written(pool, { people, yes, seats: parts.seats }))),
  }
}

/** A picture as a browser sends one; cut short, half of its bytes never arrive. */
function upload({ id, hash, bytes, isWhole }: Picture) {
  const head = Buffer.from('--edge\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n')
  const sent = isWhole ? bytes : bytes.subarray(0, bytes.length / 2)
  const headers = {
    'content-type': 'multipart/form-data; boundary=edge',
    'x-guidui-upload': '1',
    'idempotency-key': id,
    'x-guidui-sha256': hash,
  }
  return { url: '/api/photos', payload: Buffer.concat([head, Buffer.from(sent), Buffer.from('\r\n--edge--\r\n')]), headers }
}

/** What stands in the database about the people of this history, in the order in which it was first said to stand. */
async function written(
  pool: pg.Pool,
  asked: { people: readonly string[]; yes: readonly { accountId: string; id: string }[]; seats: ReadonlyMap<string, Seat> },
): Promise<Effect[]> {
  const rows = await withOwner(pool, async (tx) => {
    await tx.query("set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    const found = await tx.query<{ id: string; recorded_by: string; fen: string }>(
      `select v.id, v.recorded_by, v.goods_value_fen::text as fen from casework.visits v
        join casework.visit_people p on p.bureau_code = v.bureau_code and p.visit_id = v.id where p.person_id = any($1::uuid[])`,
      [asked.people],
    )
    return found.rows
  })
  const known = new Map([...asked.seats].map(([accountId, seat]) => [seat.accountId, accountId]))
  const placeOf = (id: string): number => {
    const at = asked.yes.findIndex((one) => one.id === id)
    return at < 0 ? asked.yes.length : at
  }
  return rows
    .map(({ id, recorded_by, fen }) => ({ id, accountId: known.get(recorded_by) ?? randomUUID(), body: fen }))
    .sort((one, other) => placeOf(one.id) - placeOf(other.id))
}
