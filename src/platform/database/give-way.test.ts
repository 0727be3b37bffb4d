import { getPriority } from 'node:os'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database/clone.ts'
import { letBackendGiveWay } from './give-way.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})

afterAll(() => database.close())

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(database.appConnection)
  await client.connect()
  return client
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}

const isLocal = async (client: pg.Client): Promise<boolean> =>
  (await client.query<{ local: boolean }>('select inet_client_addr() is null as local')).rows[0]?.local === true

test('the session that works in the background gives way, and no other', async () => {
  const [quiet, other] = [await connect(), await connect()]
  try {
    // A server that is reached over the network is left as it is, wherever it runs.
    const gives = process.platform === 'linux' && (await isLocal(quiet))
    const before = getPriority(await pidOf(other))

    await letBackendGiveWay(quiet)

    expect(getPriority(await pidOf(quiet)) > before).toBe(gives)
    expect(getPriority(await pidOf(other))).toBe(before)
  } finally {
    await quiet.end()
    await other.end()
  }
})
