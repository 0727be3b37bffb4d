import pg from 'pg'
import { loadDemo } from '../../demo/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import type { Clock } from '../../src/platform/clock/clock.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import { openSecrets } from '../../src/platform/secrets/secrets.ts'
import { cloneDatabase } from '../database/clone-database.ts'
import type { TestServer } from '../database/test-server.ts'

/** What the rows of every demo are sealed with. */
export const DEMO_SECRETS = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })

export interface Demo {
  readonly people: number
  readonly clock: Clock
}

/** Loads a demo where this run has not done so yet. @returns the name of its database, of which each journey has a clone */
export async function loadDemoOnce(server: TestServer, demo: Demo): Promise<string> {
  const loaded = `${server.prefix}_demo_${demo.people}_${demo.clock.today().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    // Two that ask at once: one loads, the other waits for it.
    await admin.query('select pg_advisory_lock(hashtext($1))', [loaded])
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [loaded])
    if (rowCount === 0) await load(admin, { server, demo, loaded })
    return loaded
  } finally {
    await admin.end()
  }
}

/** Under its name only once it is whole: a load that broke is not taken for the demo. */
async function load(admin: pg.Client, { server, demo, loaded }: { server: TestServer; demo: Demo; loaded: string }): Promise<void> {
  const database = await cloneDatabase(server)
  await installJobs(database.ownerPool)
  await loadDivisions(database.ownerPool, { regions: ['50'] })
  await loadDemo({ ownerPool: database.ownerPool, secrets: DEMO_SECRETS, ...demo, log: () => undefined })
  await Promise.all([database.ownerPool, database.appPool, database.mePool].map((pool) => pool.end()))
  await admin.query(`alter database ${new URL(database.databaseUrl).pathname.slice(1)} rename to ${loaded}`)
}
