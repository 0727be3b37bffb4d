import { once } from 'node:events'
import type { Pool } from 'pg'
import { installAccount } from '../../../src/platform/access/index.ts'
import type { Database } from '../../../src/platform/database/open-database.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import type { Secrets } from '../../../src/platform/secrets/secrets.ts'
import { forkServer } from '../fork-server.ts'
import { openLine } from '../http-line.ts'
import type { Searched } from './places.ts'

const PASSWORD = 'Measured-And-Told-2026!'

export interface Page {
  readonly ids: readonly string[]
  readonly next?: string
  readonly milliseconds: number
}

export interface Searchers {
  /** Asks as somebody of that place, in the whole of their own range, signed in, over HTTP. */
  readonly find: (place: Searched, message: { query: string; limit?: number; cursor?: string }) => Promise<Page>
  readonly close: () => void
}

/**
 * The whole program behind a port, as it is started: a process of its own, with its own flags and nothing in its memory but
 * what it needs. And one account with a session in each place.
 */
export async function openSearchers({
  database,
  secrets,
  places,
}: {
  database: Database
  secrets: Secrets
  places: readonly Searched[]
}): Promise<Searchers> {
  const server = forkServer(new URL('./serving-process.ts', import.meta.url))
  const listening = once(server, 'message') as Promise<[string]>
  server.send(database.appConnection)
  const line = openLine(new URL((await listening)[0]))
  const cookies = new Map<Searched, string>()
  for (const place of places) {
    const login = await install(database.ownerPool, secrets, place)
    const answer = await line.post('/api/session', {}, { login, password: PASSWORD })
    if (answer.status !== 200) throw new Error(`${login} could not sign in: ${answer.body}`)
    cookies.set(place, answer.cookie)
  }
  const find: Searchers['find'] = async (place, message) => {
    const begun = performance.now()
    const answer = await line.post('/api/see/person.find', { cookie: cookies.get(place) ?? '' }, message)
    const milliseconds = performance.now() - begun
    if (answer.status !== 200) throw new Error(`${message.query} was answered with ${answer.status}: ${answer.body.slice(0, 300)}`)
    const { rows, next } = JSON.parse(answer.body).value as { rows: { id: string }[]; next?: string }
    return { ids: rows.map(({ id }) => id), milliseconds, ...(next ? { next } : {}) }
  }
  const close = () => {
    line.close()
    server.disconnect()
  }
  return { find, close }
}

/** The role of a station at every tier: it may look for people and needs no second factor. */
async function install(pool: Pool, secrets: Secrets, { unitCode, tier, range }: Searched): Promise<string> {
  const login = `bench.${tier}.${unitCode}`
  const account = { login, name: '测', unitCode, password: PASSWORD, mustChangePassword: false, now: new Date() }
  await withScope(pool, range, 'write', (tx) => installAccount(tx, secrets, { ...account, roles: ['stationWorker'] }))
  return login
}
