import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makePool, OWNER_LIMITS } from '../src/platform/database/make-pool.ts'
import { findMigrations, migrate } from '../src/platform/database/migrate.ts'
import { readMigrations } from '../src/platform/database/migration-files.ts'
import { chooseAccount } from '../src/platform/database/server-account.ts'

/** Where Debian, Red Hat and Homebrew put the oldest PostgreSQL that `DATABASE_URL` may name. */
const HOMES = ['/usr/lib/postgresql/15/bin', '/usr/pgsql-15/bin', '/opt/homebrew/opt/postgresql@15/bin']
const home = HOMES.find((one) => existsSync(join(one, 'pg_ctl')))

const run = promisify(execFile)

/** A server of that version in a directory of its own, on a socket there and on no port. */
async function withOldest(bin: string, work: (url: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'guidui-oldest-'))
  const account = chooseAccount(join(directory, 'cluster'))
  await chmod(directory, 0o755)
  if (account) await chown(directory, account.uid, account.gid)
  const env = { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' }
  const ask = (name: string, args: readonly string[]) => run(join(bin, name), [...args], { ...account, cwd: directory, env })
  const cluster = join(directory, 'cluster')
  try {
    await ask('initdb', ['-D', cluster, '-U', 'guidui', '-A', 'trust', '--locale=C', '-E', 'UTF8'])
    await ask('pg_ctl', ['-D', cluster, '-w', '-l', join(directory, 'log'), '-o', `-c listen_addresses='' -k ${directory}`, 'start'])
    await work(`postgresql:///postgres?${new URLSearchParams({ host: directory, user: 'guidui' })}`)
  } finally {
    await ask('pg_ctl', ['-D', cluster, '-m', 'immediate', 'stop']).catch(() => undefined)
    await rm(directory, { recursive: true, force: true })
  }
}

test.skipIf(!home)(
  'every migration runs on the oldest server that may be named, where it is installed',
  async () => {
    await withOldest(home ?? '', async (url) => {
      const owner = makePool({ connectionString: url }, OWNER_LIMITS, () => undefined)
      const applied = await migrate(owner, {
        directory: findMigrations(),
        appPassword: 'a-password-of-the-tests',
        log: () => undefined,
      }).finally(() => owner.end())
      expect(applied).toEqual((await readMigrations(findMigrations())).map(({ name }) => name))
    })
  },
  60_000,
)
