import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backup } from '../src/backup-command.ts'
import { type Floor, openFloor } from '../src/open-floor.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { restore } from '../src/restore-command.ts'
import { divisions, ground, person } from './world.ts'

let folder: string
let office: string
let stick: string
let floor: Floor

const inDirectory = (place: string) => vi.stubEnv('GUIDUI_DATA', place)
const ledgerOf = async ({ database }: Floor) =>
  (
    await database.ownerPool.query(
      'select (select count(*)::int from registry.people) as people, (select count(*)::int from spine.leaves) as leaves',
    )
  ).rows[0]

/** What a command says, or why it does not do it. */
async function said(command: typeof backup, ...args: string[]): Promise<string> {
  const lines: string[] = []
  try {
    await command(args, (line) => lines.push(line))
    return lines.join('\n')
  } catch (fault) {
    return String(fault)
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guidui-office-'))
  await chmod(folder, 0o755)
  ;[office, stick] = [join(folder, 'office'), join(folder, 'stick')]
  await mkdir(stick)
  vi.stubEnv('DATABASE_URL', undefined)
  inDirectory(office)
  floor = await openFloor(readConfig(), () => undefined)
  await divisions(floor.database)
  await person(ground(floor.database))
})

afterAll(async () => {
  await floor.database.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const backups = async () => (await readdir(stick)).filter((name) => name.endsWith('.backup')).map((name) => join(stick, name))

test('a private database is backed up while it is at work, tried in a drill, and restored elsewhere with its key', {
  timeout: 120_000,
}, async () => {
  inDirectory(office)
  expect(await said(backup, stick)).toContain('已备份，并读回核对过')
  const [path = ''] = await backups()
  expect(await said(restore, path, '--drill')).toContain('演练通过')
  expect((await readdir(office)).toSorted()).toEqual(['master.key', 'postgresql'])
  expect(await said(restore, path)).toContain('不会覆盖')

  const elsewhere = join(folder, 'elsewhere')
  await mkdir(elsewhere, { mode: 0o711 })
  inDirectory(elsewhere)
  expect(await said(restore, path)).toContain('主密钥')
  expect(await readdir(elsewhere)).toEqual([])
  await copyFile(join(office, 'master.key'), join(elsewhere, 'master.key'))
  expect(await said(restore, path)).toContain('已恢复')

  expect((await readdir(elsewhere)).toSorted()).toEqual(['files', 'master.key', 'postgresql'])
  const copy = await openFloor(readConfig(), () => undefined)
  expect(await ledgerOf(copy).finally(copy.database.close)).toEqual(await ledgerOf(floor))
})

test('a spoiled backup leaves a directory as it was', { timeout: 60_000 }, async () => {
  const place = join(folder, 'spoiled')
  await mkdir(place)
  await copyFile(join(office, 'master.key'), join(place, 'master.key'))
  await writeFile(join(place, 'bad.backup'), 'not a backup')
  inDirectory(place)

  expect(await said(restore, join(place, 'bad.backup'))).toContain('什么也没有改动')
  expect((await readdir(place)).toSorted()).toEqual(['bad.backup', 'master.key'])
})

test('only the newest stay where that is asked for, and other files are let be', { timeout: 60_000 }, async () => {
  inDirectory(office)
  for (const name of ['guidui-20250101T000000Z.backup', 'guidui-20250102T000000Z.backup', 'holiday.backup'])
    await writeFile(join(stick, name), '')

  await said(backup, stick, '--keep', '1')

  const names = (await readdir(stick)).toSorted()
  expect(names).toHaveLength(2)
  expect(names[0]).toMatch(/^guidui-20[2-9]\d(?!0101)/)
  expect(names[1]).toBe('holiday.backup')
})

test.each([
  [[], '用法'],
  [['/no/such/place'], '没有 /no/such/place 这个目录'],
  [['.', '--keep', '0'], '用法'],
])('backup %j is answered with a sentence', async (args, sentence) => {
  expect(await said(backup, ...args)).toContain(sentence)
})

test('where there is no database nothing is backed up, and no key is made', async () => {
  const place = join(folder, 'nothing')
  await mkdir(place)
  inDirectory(place)

  expect(await said(backup, stick)).toContain('没有数据库')
  expect(await readdir(place)).toEqual([])
})
