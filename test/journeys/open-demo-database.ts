import pg from 'pg'
import { inject } from 'vitest'
import { loadDemo } from '../../demo/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import type { Clock } from '../../src/platform/clock/clock.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'
import { openTestDatabase, type TestDatabase } from '../database/clone.ts'

interface Demo {
  readonly secrets: Secrets
  readonly people: number
  readonly clock: Clock
}

/** A journey's own database with the demo in it: loaded once a run for each size and day, and cloned for whoever asks again. */
export async function openDemoDatabase(demo: Demo): Promise<TestDatabase> {
  const { adminUrl, prefix } = inject('testServer')
  const loaded = `${prefix}_demo_${demo.people}_${demo.clock.today().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    // Two files that begin at once: one loads, the other waits for it.
    await admin.query('select pg_advisory_lock(hashtext($1))', [loaded])
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [loaded])
    if (rowCount === 0) await loadOnce(admin, { ...demo, loaded })
    return await openTestDatabase(loaded)
  } finally {
    await admin.end()
  }
}

/** Under its name only once it is whole: a load that broke is not taken for the demo. */
async function loadOnce(admin: pg.Client, { loaded, secrets, people, clock }: Demo & { loaded: string }): Promise<void> {
  const { ownerPool, databaseUrl } = await openTestDatabase()
  await installJobs(ownerPool)
  await loadDivisions(ownerPool, { regions: ['50'] })
  await loadDemo({ ownerPool, secrets, people, clock, log: () => undefined })
  await ownerPool.end()
  await admin.query(`alter database ${new URL(databaseUrl).pathname.slice(1)} rename to ${loaded}`)
}
