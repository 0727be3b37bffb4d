import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appPassword, backedUp, emptyDatabase, restored, scratch, secrets, tableHashes } from '../../../test/backup-world.ts'
import { record, visitTo } from '../../../test/casework-world.ts'
import { openTestDatabase } from '../../../test/database/clone.ts'
import { actor, divisions, FENGMING, ground, NEIGHBOUR, person } from '../../../test/world.ts'
import { PlainError } from '../../kernel/plain-error.ts'
import { findMigrations, migrate } from '../database/migrate.ts'
import { readMigrations } from '../database/migration-files.ts'
import { withScope } from '../database/scope.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { checkBackup, restoreBackup, writeBackup } from './index.ts'

const source = await openTestDatabase()
const on = ground(source)
afterAll(source.close)

beforeAll(async () => {
  await divisions(source)
  const someone = await person(on, { name: '古丽·𠮷' })
  await record(on, actor(), { visit: visitTo(someone, { note: '一行\n两行\\N' }) })
  await person(on, { unitCode: NEIGHBOUR })
  const odd = ['a\tb\\N\r\n', '\\.', '', null]
  await source.ownerPool.query(`insert into app.settings (key, value) values ('odd', $1::jsonb)`, [JSON.stringify(odd)])
})

const reasonOf = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => 'it went well',
    (fault: unknown) => fault,
  )

describe('a backup that is restored', () => {
  test('is what was there, table by table, for the application too, with its chains whole', async () => {
    const made = await backedUp(source)

    const copy = await restored(made)

    expect(made.checked.manifest.tables.length).toBeGreaterThan(100)
    expect(await tableHashes(copy, made.checked)).toEqual(await tableHashes(source, made.checked))
    expect(await verifyJournal(copy.ownerPool)).toEqual(await verifyJournal(source.ownerPool))
    const seen = await withScope(copy.appPool, actor().scope, 'read', (tx) => tx.query('select unit_code from registry.people'))
    expect(seen.rows).toEqual([{ unit_code: FENGMING }])
  })

  test('has nobody signed in', async () => {
    const { checked } = await backedUp(source)

    expect(checked.manifest.tables.map(({ name }) => name)).not.toContain('access.sessions')
  })

  test('has the stored files, and leaves other files where they are', async () => {
    const [files, into] = [await scratch(), await scratch()]
    const [address, bytes] = ['ab'.repeat(32), randomBytes(700_000)]
    await mkdir(join(files, 'ab'))
    await mkdir(join(files, 'open'))
    await writeFile(join(files, 'ab', address), bytes)
    await writeFile(join(files, 'open', 'plain'), 'somebody is reading')

    const made = await backedUp(source, { files })
    await restored(made, { files: into })

    expect(made.checked.ending.files).toBe(1)
    expect(await readFile(join(into, 'ab', address))).toEqual(bytes)
  })

  test('is of one moment, while others write', async () => {
    const busy = { going: true }
    const writing = (async () => {
      while (busy.going) await person(on)
    })()

    const made = await backedUp(source)
    busy.going = false
    await writing
    const copy = await restored(made)

    const { rows } = await copy.ownerPool.query(
      `select (select count(*)::int from registry.people) as people, (select count(*)::int from registry.citizen_directory) as citizens,
              (select sum(quantity)::int from spine.facts where kind = 'person.registered') as counted`,
    )
    expect(rows[0]).toEqual({ people: rows[0].people, citizens: rows[0].people, counted: rows[0].people })
    expect((await verifyJournal(copy.ownerPool)).filter(({ broken }) => broken)).toEqual([])
  })

  test('from before a change of the schema goes through that change', async () => {
    const names = (await readMigrations(findMigrations())).map(({ name }) => name)
    const old = await emptyDatabase()
    await migrate(old.ownerPool, { directory: findMigrations(), appPassword, only: names.slice(0, -8), log: () => undefined })

    const copy = await restored(await backedUp(old))

    const { rows } = await copy.ownerPool.query('select name from app.migrations order by name')
    expect(rows.map(({ name }) => name)).toEqual(names)
  })
})

describe('a backup is refused', () => {
  test('where a single byte of it differs, or its end is missing', async () => {
    const { path } = await backedUp(source)
    const whole = await readFile(path)
    const spoiled = join(await scratch(), 'spoiled.backup')
    for (const at of [40, 100, 5_000, whole.length >> 1, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(spoiled, bytes)
      expect(await reasonOf(checkBackup(spoiled, secrets)), `byte ${at}`).toBeInstanceOf(PlainError)
    }
    for (const length of [0, 100, whole.length - 1, whole.length >> 1]) {
      await copyFile(path, spoiled)
      await truncate(spoiled, length)
      expect(await reasonOf(checkBackup(spoiled, secrets)), `${length} bytes`).toBeInstanceOf(PlainError)
    }
  })

  test('with another master key', async () => {
    const { path } = await backedUp(source)
    const other = openSecrets({ masterKey: Buffer.alloc(32, 8), profile: 'gm' })

    expect(String(await reasonOf(checkBackup(path, other)))).toContain('主密钥')
  })

  test('where the account does not see every row, and no file is left', async () => {
    const folder = await scratch()
    const asked = { pool: source.appPool, secrets, files: folder, madeAt: '2026-06-10T02:00:00Z', leftOut: [] }

    expect(String(await reasonOf(writeBackup(join(folder, 'part.backup'), asked)))).toContain('看到每一行')
    expect(await readdir(folder)).toEqual([])
  })

  test('over a database that has data, and nothing of it changes', async () => {
    const { path, checked } = await backedUp(source)
    const before = await tableHashes(source, checked)

    const asked = { pool: source.ownerPool, secrets, appPassword, files: await scratch(), log: () => undefined }
    expect(String(await reasonOf(restoreBackup(path, checked, asked)))).toContain('不会覆盖')
    expect(await tableHashes(source, checked)).toEqual(before)
  })

  test('where a newer Guidui made it', async () => {
    const { path, checked } = await backedUp(source)
    const newer = { ...checked.manifest, migrations: [...checked.manifest.migrations, { name: '9999_app_fly', sha256: '' }] }
    const { ownerPool: pool } = await emptyDatabase()

    const asked = { pool, secrets, appPassword, files: await scratch(), log: () => undefined }
    expect(String(await reasonOf(restoreBackup(path, { ...checked, manifest: newer }, asked)))).toContain('9999_app_fly')
    const { rows } = await pool.query("select to_regclass('app.migrations') as ledger")
    expect(rows).toEqual([{ ledger: null }])
  })
})
