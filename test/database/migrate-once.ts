// Migrates a database in a process that a test can kill: migrate-once.ts <url> <directory> <password>
import { makePool, OWNER_LIMITS } from '../../src/platform/database/make-pool.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

const [connectionString = '', directory = '', appPassword = ''] = process.argv.slice(2)
const log = (line: string): void => console.info(line)
const owner = makePool({ connectionString }, OWNER_LIMITS, log)
await migrate(owner, { directory, appPassword, log }).finally(() => owner.end())
