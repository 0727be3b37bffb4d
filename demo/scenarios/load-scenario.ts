import type { Pool, PoolClient } from 'pg'
import type { AccountId } from '../../src/kernel/id.ts'
import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import { tierOf, type UnitCode } from '../../src/kernel/region-code.ts'
import { emitPlaces } from '../../src/modules/indicators/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { atWork } from '../../src/platform/access/at-work.ts'
import { installAccount } from '../../src/platform/access/index.ts'
import type { Clock } from '../../src/platform/clock/clock.ts'
import { openTx } from '../../src/platform/database/tx.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'
import { bareTables } from '../bare-tables.ts'
import { openCopySink } from '../copy-sink.ts'
import { openRowTexts } from '../copy-tables.ts'
import { diceOf } from '../dice.ts'
import { writeFact } from '../fact-rows.ts'
import { deskOn } from '../placement-desk.ts'
import type { Scenario, ScenarioPlace } from './scenario.ts'
import { copyWork } from './work-record.ts'

/** What every scenario copies into. */
export const SCENARIO_TABLES = ['worklog.records', 'worklog.record_people', 'spine.facts'] as const

export interface OfficeSeat {
  readonly login: string
  readonly password: string
  /** Of the second factor, in base32. */
  readonly totpSecret: string
}

/** Good for nothing but a scenario's own database. */
const PASSWORD = 'Changjing-Zhanghao-2026!'
/** Who reads figures, corrects records and writes briefs; of a province it is the same role as of a city. */
const ROLES = { county: 'countyOfficer', city: 'cityOfficer', province: 'cityOfficer' } as const

interface Loading {
  readonly ownerPool: Pool
  readonly secrets: Secrets
  readonly clock: Clock
}

/**
 * Loads a scenario into an empty, migrated database: its divisions, the officer who asks and corrects, and in one
 * transaction all its records. The same scenario gives the same rows on every machine, but for ciphertexts and account ids.
 */
export async function loadScenario({ ownerPool, secrets, clock }: Loading, scenario: Scenario): Promise<OfficeSeat> {
  await loadDivisions(ownerPool, { regions: scenario.regions })
  const client = await ownerPool.connect()
  try {
    await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
    const { seat, recordedBy } = await openOffice(client, { secrets, office: scenario.office, today: clock.today() })
    await writeAll(client, { scenario, secrets, clock, recordedBy })
    await client.query('commit')
    return seat
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  } finally {
    client.release()
    await emitPlaces(ownerPool)
  }
}

async function openOffice(
  client: PoolClient,
  { secrets, office, today }: { secrets: Secrets; office: UnitCode; today: PlainDate },
): Promise<{ seat: OfficeSeat; recordedBy: string }> {
  const role = ROLES[tierOf(office) as keyof typeof ROLES]
  const seat = { login: `office.${office.slice(0, 6)}`, password: PASSWORD, totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }
  const { tx, close } = openTx(client)
  const account = {
    ...seat,
    name: '业务岗',
    unitCode: office,
    mustChangePassword: false,
    now: new Date(`${addDays(today, -1)}T00:00:00Z`),
    roles: [role],
  }
  const recordedBy = await installAccount(tx, secrets, account)
  close()
  if (!recordedBy) throw new Error(`${seat.login} is taken`)
  return { seat, recordedBy }
}

interface Writing {
  readonly scenario: Scenario
  readonly secrets: Secrets
  readonly clock: Clock
  readonly recordedBy: string
}

async function writeAll(client: PoolClient, { scenario, secrets, clock, recordedBy }: Writing): Promise<void> {
  const today = clock.today()
  const places = await listScenarioPlaces(client)
  const { empty, dress } = await bareTables(client, [...SCENARIO_TABLES, ...(scenario.tables ?? [])])
  const sink = openCopySink(client, empty)
  const copier = openRowTexts(sink)
  const dice = diceOf('scenario', scenario.code)
  try {
    await scenario.write({
      places,
      copier,
      secrets,
      today,
      recordedBy,
      work: (entry) => copyWork({ copier, dice, today, recordedBy, madeByUnit: scenario.office }, entry),
      fact: (fact) => writeFact(copier, dice, fact),
      rest: copier.rest,
    })
    await copier.end()
  } finally {
    await sink.stop()
  }
  await dress()
  if (scenario.act) await actOut(client, { scenario, secrets, clock, recordedBy })
}

async function actOut(client: PoolClient, { scenario, secrets, clock, recordedBy }: Writing): Promise<void> {
  const { tx, close } = openTx(client)
  const given = { tx, secrets, today: clock.today() }
  const accountId = recordedBy as AccountId
  await scenario.act?.({
    deskAt: (unitCode, role) => deskOn(given, atWork({ accountId, name: '业务岗', unitCode, roles: [role] })),
  })
  close()
}

async function listScenarioPlaces(client: PoolClient): Promise<readonly ScenarioPlace[]> {
  const { rows } = await client.query<ScenarioPlace>(
    `select code, name, short_name as "shortName", tier from network.divisions
      where not is_pseudo and tier <> 'nation' and valid_to = 'infinity' order by code`,
  )
  return rows
}
