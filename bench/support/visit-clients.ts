import { Agent, request } from 'node:http'
import { uuidv7 } from 'uuidv7'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { rangeOf } from '../../src/kernel/region-code.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { installAccount } from '../../src/platform/access/index.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import { buildServer } from '../../src/server.ts'
import type { Bench } from './open-bench.ts'

/** Stations in four districts, as offices really are spread: two clients share a bureau's journal. */
export const STATIONS = [
  '500112017005',
  '500112002001',
  '500113003002',
  '500113003003',
  '500105001001',
  '500105001002',
  '500106001001',
  '500106001004',
] as const

const PASSWORD = 'Measured-And-Told-2026!'
export const PEOPLE_EACH = 200

export interface VisitClients {
  /** Records so many visits, shared out among the clients, each over its own connection. */
  record(visits: number): Promise<void>
  /** What the actions left behind, table by table. */
  countRows(): Promise<Record<string, number>>
  close(): Promise<void>
}

interface Client {
  readonly unitCode: UnitCode
  readonly cookie: string
  readonly people: string[]
}

/** A listening server with everything on, and signed-in station workers with people to visit. */
export async function openVisitClients(bench: Bench, count: number): Promise<VisitClients> {
  const { database, secrets } = bench
  await loadDivisions(database.ownerPool, { regions: ['50'] })
  const server = await buildServer({ pool: database.appPool, clock: systemClock, secrets, secure: false, log: () => undefined })
  const address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const call = (path: string, cookie: string, message: unknown) => post({ agent, address, path, cookie, message })

  const clients: Client[] = []
  for (const [at, unitCode] of STATIONS.slice(0, count).entries()) {
    clients.push(await openClient(bench, { at, unitCode: unitCode as UnitCode, call }))
  }
  await forgetTraces(bench)
  return {
    record: async (visits) => {
      await Promise.all(clients.map((client, at) => recordAll(client, { visits: Math.ceil(visits / count), from: at, call })))
    },
    countRows: () => countRows(bench),
    close: async () => {
      agent.destroy()
      await server.close()
    },
  }
}

type Call = (path: string, cookie: string, message: unknown) => Promise<{ status: number; cookie: string; body: string }>

async function openClient({ database, secrets }: Bench, parts: { at: number; unitCode: UnitCode; call: Call }): Promise<Client> {
  const { at, unitCode, call } = parts
  const login = `bench.${at}`
  await withScope(database.ownerPool, rangeOf(unitCode), 'write', (tx) =>
    installAccount(tx, secrets, {
      login,
      name: '测',
      unitCode,
      password: PASSWORD,
      mustChangePassword: false,
      roles: ['stationWorker'],
      now: new Date(),
    }),
  )
  const signedIn = await call('/api/session', '', { login, password: PASSWORD })
  const people: string[] = []
  for (let number = 0; number < PEOPLE_EACH; number += 1) {
    const citizenId = makeCitizenId({ region6: '990112', bornOn: `196${at}-01-01` as PlainDate, sequence: number })
    const person = { name: '周建国', citizenId, householdRegion: unitCode.slice(0, 12) }
    const captured = await call('/api/do/person.capture', signedIn.cookie, { unitCode, person, service: [], identities: [], kin: [] })
    if (captured.status !== 200) throw new Error(`a capture was answered with ${captured.status}: ${captured.body.slice(0, 300)}`)
    people.push(JSON.parse(captured.body).value.personId)
  }
  return { unitCode, cookie: signedIn.cookie, people }
}

async function recordAll(client: Client, run: { visits: number; from: number; call: Call }): Promise<void> {
  for (let visit = 0; visit < run.visits; visit += 1) {
    const personIds = [client.people[(visit + run.from) % client.people.length]]
    const { status, body } = await run.call('/api/do/visit.record', client.cookie, {
      personIds,
      unitCode: client.unitCode,
      doneOn: systemClock.today(),
      deliveries: ['policy'],
      note: '左腿旧伤近来加重。',
    })
    if (status !== 200) throw new Error(`a visit was answered with ${status}: ${body.slice(0, 300)}`)
  }
}

function post(parts: { agent: Agent; address: URL; path: string; cookie: string; message: unknown }): ReturnType<Call> {
  const body = JSON.stringify(parts.message)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent: parts.agent,
        host: parts.address.hostname,
        port: parts.address.port,
        path: parts.path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: parts.cookie,
          'idempotency-key': uuidv7(),
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
          resolve({ status: answer.statusCode ?? 0, cookie, body: Buffer.concat(chunks).toString('utf8') })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const TABLES = [
  'casework.visits',
  'casework.visit_people',
  'casework.visit_plans',
  'spine.receipts',
  'spine.facts',
  'spine.leaves',
] as const

/** What came before the measurement is not counted. */
async function forgetTraces({ database }: Bench): Promise<void> {
  await database.ownerPool.query(`truncate ${TABLES.join(', ')}`)
}

async function countRows({ database }: Bench): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await database.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}
