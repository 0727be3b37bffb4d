import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { PlainError } from '../src/kernel/plain-error.ts'
import { openFloor } from '../src/open-floor.ts'
import { openGuidui } from '../src/open-guidui.ts'
import type { Config } from '../src/platform/config/config.ts'
import { loginRolesOf } from '../src/platform/database/app-role.ts'
import { asAdmin, dropDatabases, onDatabase } from './database/test-server.ts'

// What an operator is told where the program cannot start. The private server's own refusals are in src/platform/database.
const { adminUrl, prefix, template } = inject('testServer')
const name = `${prefix}_boot${randomBytes(2).toString('hex')}`
await asAdmin(adminUrl, `create database ${name} template ${template}`)
const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-boot-'))
await chmod(dataDirectory, 0o755)
afterAll(async () => {
  await dropDatabases(adminUrl, name, loginRolesOf(name))
  await rm(dataDirectory, { recursive: true })
})

const log = (): void => undefined
const config: Config = {
  port: 0,
  host: '127.0.0.1',
  databaseUrl: onDatabase(adminUrl, name),
  dataDirectory,
  masterKeyFile: undefined,
  secure: false,
  regions: ['500105001'],
  demo: false,
  demoPeople: 0,
  crypto: 'gm',
  messages: { kind: 'none' },
  provider: undefined,
}

const reasonOf = (starting: Promise<unknown>): Promise<unknown> =>
  starting.then(
    () => 'it started',
    (fault: unknown) => fault,
  )

test('with another master key than the database was filled with, the program does not start and changes nothing', async () => {
  const first = await openFloor(config, log)
  const otherKey = join(dataDirectory, 'other.key')
  await writeFile(otherKey, `1 ${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })

  const reason = await reasonOf(openFloor({ ...config, masterKeyFile: otherKey }, log))

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toMatch(/主密钥与这个数据库不配[\s\S]*The master key does not belong to this database/)
  expect((await first.database.appPool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await first.database.close()
})

test('with its own master key it starts again', async () => {
  const again = await openFloor(config, log)

  expect((await again.database.appPool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await again.database.close()
})

test('a port in use is answered with a sentence, and whoever has it keeps it', async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => stranger.once('listening', resolve))
  const { port } = stranger.address() as AddressInfo
  const floor = await openFloor(config, log)
  const guidui = await openGuidui({ config: { ...config, port }, floor, log, webDirectory: join(dataDirectory, 'no-pages') })

  const reason = await reasonOf(guidui.listen())
  await guidui.close()

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toContain(`端口 ${port} 已被占用`)
  expect(stranger.listening).toBe(true)
  await new Promise((resolve) => stranger.close(resolve))
})

/** What would keep this process alive, and the sessions that are open in the database. */
const sessionsOpen = (): Promise<unknown[]> =>
  asAdmin(adminUrl, `select application_name, state from pg_stat_activity where datname = '${name}'`).then(({ rows }) => rows)

/** What keeps the process alive now and did not `before`. A timer of the test runner may come to its end meanwhile. */
function cameSince(before: readonly string[]): string[] {
  const known = [...before]
  return process.getActiveResourcesInfo().filter((handle) => {
    const at = known.indexOf(handle)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

test('where a late step fails, all that had been begun is closed: no session in the database, nothing that keeps the process alive', async () => {
  const before = process.getActiveResourcesInfo()
  const floor = await openFloor(config, log)
  // Jobs begin while the pages are waited for: it breaks once they have.
  const pagesBuilt = async (): Promise<void> => {
    await expect.poll(sessionsOpen, { timeout: 60_000 }).toContainEqual({ application_name: 'guidui jobs', state: 'idle' })
    throw new Error('the pages could not be built')
  }

  const reason = await reasonOf(openGuidui({ config, floor, log, webDirectory: join(dataDirectory, 'no-pages'), pagesBuilt }))

  expect(String(reason)).toContain('the pages could not be built')
  expect(await sessionsOpen()).toEqual([])
  expect(cameSince(before)).toEqual([])
})
