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
import { type HttpLine, openLine } from './http-line.ts'
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
  readonly line: HttpLine
}

/** A listening server with everything on, and signed-in station workers with people to visit. */
export async function openVisitClients(bench: Bench, count: number): Promise<VisitClients> {
  const { database, secrets } = bench
  await loadDivisions(database.ownerPool, { regions: ['50'] })
  const server = await buildServer({ pool: database.appPool, clock: systemClock, secrets, secure: false, log: () => undefined })
  const address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))

  const clients: Client[] = []
  for (const [at, unitCode] of STATIONS.slice(0, count).entries()) {
    clients.push(await openClient(bench, { at, unitCode: unitCode as UnitCode, line: openLine(address) }))
  }
  await forgetTraces(bench)
  return {
    record: async (visits) => {
      await Promise.all(clients.map((client, at) => recordAll(client, { visits: Math.ceil(visits / count), from: at })))
    },
    countRows: () => countRows(bench),
    close: async () => {
      for (const { line } of clients) line.close()
      await server.close()
    },
  }
}

const post = (line: HttpLine, path: string, from: { cookie: string; message: unknown }) =>
  line.post(path, { cookie: from.cookie, 'idempotency-key': uuidv7() }, from.message)

async function openClient({ database, secrets }: Bench, parts: { at: number; unitCode: UnitCode; line: HttpLine }): Promise<Client> {
  const { at, unitCode, line } = parts
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
  const signedIn = await post(line, '/api/session', { cookie: '', message: { login, password: PASSWORD } })
  const people: string[] = []
  for (let number = 0; number < PEOPLE_EACH; number += 1) {
    const citizenId = makeCitizenId({ region6: '990112', bornOn: `196${at}-01-01` as PlainDate, sequence: number })
    const person = { name: '周建国', citizenId, householdRegion: unitCode.slice(0, 12) }
    const message = { unitCode, person, service: [], identities: [], kin: [] }
    const captured = await post(line, '/api/do/person.capture', { cookie: signedIn.cookie, message })
    if (captured.status !== 200) throw new Error(`a capture was answered with ${captured.status}: ${captured.body.slice(0, 300)}`)
    people.push(JSON.parse(captured.body).value.personId)
  }
  return { unitCode, cookie: signedIn.cookie, people, line }
}

async function recordAll(client: Client, run: { visits: number; from: number }): Promise<void> {
  for (let visit = 0; visit < run.visits; visit += 1) {
    const personIds = [client.people[(visit + run.from) % client.people.length]]
    const message = {
      personIds,
      unitCode: client.unitCode,
      doneOn: systemClock.today(),
      deliveries: ['policy'],
      note: '左腿旧伤近来加重。',
    }
    const { status, body } = await post(client.line, '/api/do/visit.record', { cookie: client.cookie, message })
    if (status !== 200) throw new Error(`a visit was answered with ${status}: ${body.slice(0, 300)}`)
  }
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
