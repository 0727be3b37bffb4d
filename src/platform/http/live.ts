import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { isWithin } from '../../kernel/region-code.ts'
import type { Actor } from '../access/actor.ts'
import type { FindActor } from '../actions/routes.ts'
import { withScope } from '../database/scope.ts'

/** How often the facts are looked at while anybody listens. One look serves all listeners of a process. */
const EVERY_MS = 700
const STAY_AWAKE_MS = 20_000
/** How soon a listener whose session has ended hears nothing more. */
const STILL_HERE_MS = 3_000

interface Listener {
  readonly actor: Actor
  write(text: string): void
}

interface Arrived {
  kind: string
  unit_code: string
}

/**
 * GET /api/live: server-sent events that say which kinds of facts arrived at which units of the listener's range, so
 * that its page asks again. It carries no figure and nothing of a person.
 *
 * It reads facts by transaction number. NOTIFY would make every commit of the database wait in one line.
 */
export function registerLive(app: FastifyInstance, parts: { pool: Pool; findActor: FindActor }): void {
  const listeners = new Set<Listener>()
  const look = watchFacts(parts.pool, listeners)
  app.addHook('onClose', async () => look.stop())
  app.get('/api/live', { schema: { summary: 'Server-sent events: which kinds of facts arrived', hide: false } }, async (request, reply) => {
    const actor = await parts.findActor(request)
    if (!actor) return reply.code(401).send({ problem: { code: 'not-signed-in' } })
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    const listener: Listener = { actor, write: (text) => reply.raw.write(text) }
    listeners.add(listener)
    const awake = setInterval(() => listener.write(': awake\n\n'), STAY_AWAKE_MS)
    const still = setInterval(() => void leaveIfGone(), STILL_HERE_MS)
    const leaveIfGone = async () => {
      const now = await parts.findActor(request).catch(() => actor)
      if (!now) reply.raw.end()
    }
    request.raw.on('close', () => {
      clearInterval(awake)
      clearInterval(still)
      listeners.delete(listener)
    })
    await look.begin()
    listener.write(': listening\n\n')
    return reply
  })
}

function watchFacts(pool: Pool, listeners: Set<Listener>) {
  let timer: NodeJS.Timeout | undefined
  let seen: string | undefined
  const tick = async () => {
    timer = undefined
    if (listeners.size === 0) {
      seen = undefined
      return
    }
    const arrived = await newFacts(pool, seen).catch(() => undefined)
    if (arrived) {
      seen = arrived.upTo
      for (const listener of listeners) tell(listener, arrived.rows)
    }
    start()
  }
  // Whoever is told that the line is open hears of everything from that moment on, and not only from the first look on.
  const begin = async () => {
    const now = seen === undefined ? await newFacts(pool, undefined).catch(() => undefined) : undefined
    seen ??= now?.upTo
    start()
  }
  const start = () => {
    timer ??= setTimeout(() => void tick(), EVERY_MS)
    timer.unref()
  }
  return { begin, stop: () => clearTimeout(timer) }
}

/** Facts of transactions that ended since the last look. Those still running are looked at next time. */
async function newFacts(pool: Pool, since: string | undefined): Promise<{ upTo: string; rows: Arrived[] }> {
  return await withScope(pool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const { rows } = await tx.query<{ up_to: string; kind: string | null; unit_code: string | null }>(
      `select s.up_to, f.kind, f.unit_code
         from (select pg_snapshot_xmin(pg_current_snapshot())::text as up_to) s
         left join lateral (
           select distinct kind, unit_code from spine.facts
            where xid >= coalesce($1::text, s.up_to)::xid8 and xid < s.up_to::xid8 limit 2000) f on true`,
      [since ?? null],
    )
    const arrived = rows.flatMap(({ kind, unit_code }) => (kind !== null && unit_code !== null ? [{ kind, unit_code }] : []))
    return { upTo: rows[0]?.up_to ?? '0', rows: arrived }
  })
}

function tell(listener: Listener, rows: readonly Arrived[]): void {
  const mine = rows.filter((row) => isWithin(row.unit_code, listener.actor.scope))
  if (mine.length === 0) return
  const event = { kinds: [...new Set(mine.map((row) => row.kind))], units: [...new Set(mine.map((row) => row.unit_code))].slice(0, 50) }
  listener.write(`event: facts\ndata: ${JSON.stringify(event)}\n\n`)
}
