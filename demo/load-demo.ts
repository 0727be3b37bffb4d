import type { Pool, PoolClient } from 'pg'
import { addDays, addMonths } from '../src/kernel/plain-date.ts'
import { PlainError } from '../src/kernel/plain-error.ts'
import { emitPlaces } from '../src/modules/indicators/index.ts'
import type { Clock } from '../src/platform/clock/clock.ts'
import { openTx } from '../src/platform/database/tx.ts'
import { CLOCK } from '../src/platform/journal/clock-account.ts'
import type { Secrets, SecretsOptions } from '../src/platform/secrets/secrets.ts'
import { DEMO_OFFICERS, installDemoAccounts } from './accounts.ts'
import { loadAssistance } from './assistance.ts'
import { bareTables } from './bare-tables.ts'
import { openCopySink } from './copy-sink.ts'
import { openRowTexts } from './copy-tables.ts'
import { loadLedger } from './ledger.ts'
import { loadMemorials } from './memorials.ts'
import { loadOffice, OFFICE_WAITS, type OfficePools, type Waiting } from './office/load-office.ts'
import { bindDemoPeople } from './people-on-me.ts'
import { loadPlacement } from './placement.ts'
import { listPlaces, WORKED_STATION } from './places.ts'
import { bureausOf, writeBureau, writeUnits } from './region-rows.ts'
import { withRoomyHeaps } from './roomy-heaps.ts'
import { writePeopleInThreads } from './row-threads.ts'

export interface LoadDemo {
  readonly ownerPool: Pool
  readonly secrets: Secrets
  /** What `secrets` was opened with: the rows are then made in threads, a core each. */
  readonly ring?: SecretsOptions
  readonly people: number
  /** About so many facts, where that is fewer than 24 months of everybody's visits leave behind; left out: all. */
  readonly facts?: number
  /** With all that 渝北区 has under way, done through these pools; journeys begin that themselves. */
  readonly office?: OfficePools
  /** Leading digits of the regions; left out: Chongqing. Their divisions have been loaded. */
  readonly regions?: readonly string[]
  readonly clock: Clock
  readonly log: (line: string) => void
}

/** Chongqing. */
const DEFAULT_REGIONS = ['50']

const TABLES = [
  'network.service_units',
  'network.staff_posts',
  'registry.people',
  'registry.citizen_directory',
  'registry.person_versions',
  'registry.service_records',
  'registry.entitled_identities',
  'registry.kin',
  'registry.search_keys',
  'casework.visits',
  'casework.visit_people',
  'casework.visit_plans',
  'spine.facts',
] as const

/**
 * Loads the demo region once: units, staff, people, visits, plans, their facts, and the accounts. All in one
 * transaction, so that a process killed in the middle leaves nothing and the next start begins again; what the office has
 * under way comes after it, action by action, and goes on where it was broken off. The same size and day give the same rows
 * on every machine, but for what is encrypted, the ids of the accounts, and those of facts that an action told.
 *
 * @throws PlainError where the database already holds people or units that are not the demo's
 */
export async function loadDemo(given: LoadDemo): Promise<void> {
  const client = await given.ownerPool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    await client.query("select pg_advisory_xact_lock(hashtext('demo.load'))")
    const { rowCount } = await client.query("select from app.settings where key = 'demo.loaded'")
    if (rowCount === 0) await withRoomyHeaps(() => loadAll(client, given))
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  } finally {
    client.release()
  }
  // The denominators of coverage: written already where the program has counted its places, and then nothing happens.
  await emitPlaces(given.ownerPool)
  const { ownerPool, office, secrets, log } = given
  if (office) await loadOffice({ ownerPool, ...office, secrets, log })
}

async function loadAll(
  client: PoolClient,
  { secrets, ring, people, facts, regions = DEFAULT_REGIONS, office, clock, log }: LoadDemo,
): Promise<void> {
  await assertEmpty(client)
  const started = performance.now()
  log(`正在装入演示数据：${people.toLocaleString('zh-CN')} 人，约需半分钟。`)
  const places = await listPlaces(client, { regions, people })
  const today = clock.today()
  const { tx, close } = openTx(client)
  const units = new Set<string>(places.map(({ code }) => code))
  const accounts = await installDemoAccounts(tx, { secrets, units, now: new Date(`${addDays(today, -1)}T00:00:00Z`) })
  close()
  const { empty, dress } = await bareTables(client, TABLES)
  const sink = openCopySink(client, empty)
  try {
    const copier = openRowTexts(sink)
    const signers = await writeUnits(copier, { places, today, accounts })
    const region = { bureaus: bureausOf(places), signers, today, from: addMonths(today, -24), people, facts }
    if (ring) await writePeopleInThreads(sink, { ring, region })
    else for (const bureau of region.bureaus) await writeBureau(copier, { secrets, region, bureau })
    await copier.end()
  } finally {
    await sink.stop()
  }
  await dress()
  const binding = openTx(client)
  // Where the worked station has not been loaded it was nobody.
  const registeredBy = accounts.get(WORKED_STATION) ?? CLOCK
  await bindDemoPeople(binding.tx, { secrets, today, at: new Date(`${addDays(today, -1)}T00:00:00Z`), registeredBy })
  await loadMemorials(client, { places, today, recordedBy: registeredBy })
  await loadPlacement({ tx: binding.tx, secrets, today })
  binding.close()
  await loadLedger(client, { secrets, today })
  if (office) {
    await loadAssistance(client, { secrets, today })
    await client.query('insert into app.settings (key, value) values ($1, $2)', [OFFICE_WAITS, JSON.stringify({ today } satisfies Waiting)])
  }
  const officers = DEMO_OFFICERS.map(({ unitCode }) => unitCode).filter((code) => units.has(code))
  await client.query("insert into app.settings (key, value) values ('demo.loaded', $1)", [
    JSON.stringify({ people, today, units: officers }),
  ])
  log(`演示数据已装入，用时 ${Math.round((performance.now() - started) / 1000)} 秒。`)
}

async function assertEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ is_used: boolean }>(
    `select exists (select from registry.people) or exists (select from network.service_units) or exists (select from casework.visits) as is_used`,
  )
  if (!rows[0]?.is_used) return
  throw new PlainError({
    zh: '这个数据库里已有真实的机构或人员，演示数据没有装入。请用 GUIDUI_DEMO=no 启动，或换一个空的数据库。',
    en: 'This database already holds units or people, so the demo was not loaded. Start with GUIDUI_DEMO=no, or give an empty database.',
  })
}
