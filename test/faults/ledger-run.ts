import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Answer } from '../../src/platform/actions/answer.ts'
import type { Ground } from '../../src/platform/actions/run-action.ts'
import { APP_LIMITS, makePool } from '../../src/platform/database/make-pool.ts'
import { openStepProxy, type StepProxy } from './step-proxy.ts'

/** Something done with money, as far as a kill needs to know it. */
export interface Deed {
  readonly name: string
  /** The statement from which the transaction is counted. */
  readonly watched: RegExp
  /** Makes what it is done to, and gives the doing of it under an id, and what it leaves behind: each number is 0 or 1. */
  readonly prepare: () => Promise<{
    readonly act: (on: Ground, actionId: string) => Promise<Answer | undefined>
    readonly traces: (actionId: string) => Promise<readonly number[]>
  }>
}

export interface KilledDeed {
  readonly name: string
  readonly steps: number
  readonly kills: number
  /** Of the killed: how many stood, whole, and how many never were. */
  readonly stood: number
  readonly never: number
  readonly faults: readonly string[]
}

interface Stage {
  readonly connection: pg.ClientConfig
  readonly ground: Ground
}

/**
 * Cuts the program off from its database at each statement of a deed, before and after the database has heard it: what a
 * kill -9 of the program is to the database. Then the same is asked again under the same id: it must stand once.
 */
export async function killDeed(stage: Stage, deed: Deed): Promise<KilledDeed> {
  const proxy = await openStepProxy(targetOf(stage.connection), deed.watched)
  const [faults, counts] = [[] as string[], { kills: 0, stood: 0, never: 0 }]
  try {
    for (let step = 1, last = false; !last; step += 1) {
      for (const isHeard of [false, true]) {
        const outcome = await killOnce({ ...stage, proxy }, deed, { step, isHeard })
        last ||= outcome === 'not reached'
        if (outcome === 'not reached') continue
        counts.kills += 1
        if (outcome === 'stood' || outcome === 'never') counts[outcome] += 1
        else faults.push(`${deed.name}, statement ${step}, ${isHeard ? 'heard' : 'not heard'}: ${outcome}`)
      }
    }
    return { name: deed.name, steps: proxy.steps(), ...counts, faults }
  } finally {
    await proxy.close()
  }
}

/** Where PostgreSQL listens: a socket's path, or host and port. */
function targetOf({ connectionString = '' }: pg.ClientConfig): string | { host: string; port: number } {
  const url = new URL(connectionString)
  const [host, port] = [url.hostname || (url.searchParams.get('host') ?? ''), Number(url.port || (url.searchParams.get('port') ?? 5432))]
  return host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : { host, port }
}

/** A pool that goes through the proxy, under a name by which the database tells its connections, and its sudden end. */
function openCuttable({ connection, proxy }: { connection: pg.ClientConfig; proxy: StepProxy }, name: string) {
  const url = new URL(connection.connectionString ?? '')
  const [user, password] = [url.searchParams.get('user') ?? '', url.searchParams.get('password') ?? '']
  const through = { host: '127.0.0.1', port: proxy.port, user, password, database: url.pathname.slice(1) }
  const pool = makePool(through, { ...APP_LIMITS, name }, () => undefined)
  const open = new Set<pg.PoolClient>()
  pool.on('connect', (client) => void open.add(client))
  const cut = (): void => {
    for (const client of open) (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy()
  }
  return { pool, cut }
}

async function killOnce(
  { connection, ground, proxy }: Stage & { proxy: StepProxy },
  deed: Deed,
  { step, isHeard }: { step: number; isHeard: boolean },
): Promise<string> {
  const { act, traces } = await deed.prepare()
  const id = uuidv7()
  const { pool, cut } = openCuttable({ connection, proxy }, id)
  let isStruck = false
  const strike = (): void => {
    isStruck = true
    // What the database has been sent is on its way: a moment later, as a dying process leaves it.
    setImmediate(cut)
  }
  proxy.arm({ step, isHeard, strike })
  const answer = await act({ ...ground, pool }, id).catch(() => undefined)
  await pool.end().catch(() => undefined)
  if (!isStruck) return 'not reached'
  await untilForgotten(ground, id)
  const before = await traces(id)
  if (new Set(before).size > 1) return `by halves: ${before.join()}`
  if (answer !== undefined && before[0] === 0) return 'answered and not there'
  await insist(() => act(ground, id))
  const after = await traces(id)
  if (after.some((count) => count !== 1)) return `asked again it stands ${after.join()} times`
  return before[0] === 1 ? 'stood' : 'never'
}

/**
 * Waits until the database has noticed that nobody is there: until then an unfinished transaction holds its locks, and a
 * COMMIT that was heard may still be under way, however slow the machine.
 */
async function untilForgotten({ pool }: Ground, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rowCount } = await pool.query('select from pg_stat_activity where application_name = $1', [name])
    if (rowCount === 0) return
    if (tries > 1_000) throw new Error(`the database still serves ${name}, of which nobody is there`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Asks again until the answer is what was done, and not that it is still being done. */
async function insist(act: () => Promise<Answer | undefined>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await act()
    if (answer === undefined || answer.kind === 'value') return
    if (tries > 100) throw new Error(`asked again: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
