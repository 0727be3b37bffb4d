import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keysAdd, keysList, keysReindex, keysRetire, keysRotate } from '../src/keys-command.ts'
import { type Floor, openFloor } from '../src/open-floor.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { verifyJournal } from '../src/platform/journal/verify-journal.ts'
import { rowsOf } from './database/rows-of.ts'
import { act, actor, capture, citizenId, divisions, ground, see, value } from './world.ts'

let folder: string
let keyFile: string
let floor: Floor
const known = { citizenId: citizenId(), phone: '10047110815' }

const lines = async () => (await readFile(keyFile, 'utf8')).split('\n').filter((line) => /^\d/.test(line))
const on = () => ({ ...ground(floor.database), secrets: floor.secrets })
const capturedAgain = () => act(on(), actor(), { name: 'person.capture', input: capture(known) })
const found = async () => value<{ rows: object[] }>(await see(on(), actor(), { name: 'person.find', input: { query: '0815' } })).rows.length

/** What a command says, or why it does not do it. */
async function said(command: (say: (line: string) => void) => Promise<unknown>): Promise<string> {
  const told: string[] = []
  try {
    await command((line) => told.push(line))
    return told.join('\n')
  } catch (fault) {
    return String(fault)
  }
}

const start = async (): Promise<void> => {
  floor = await openFloor(readConfig(), () => undefined)
}
const restart = async (): Promise<void> => {
  await floor.database.close()
  await start()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guidui-keys-'))
  keyFile = join(folder, 'master.key')
  await chmod(folder, 0o755)
  vi.stubEnv('DATABASE_URL', undefined)
  vi.stubEnv('GUIDUI_DATA', folder)
  await start()
  await divisions(floor.database)
  value(await act(on(), actor(), { name: 'person.capture', input: capture(known) }))
})

afterAll(async () => {
  await floor.database.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('a new key is added once, and only the next start uses it', async () => {
  const [first] = await lines()

  expect(await said(keysAdd)).toContain('已加入密钥版本 2')
  expect(await lines()).toEqual([first, expect.stringMatching(/^2 [0-9a-f]{64}$/)])
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
  // Running with the first one still, nobody could read what the second seals.
  expect(await said(keysRotate)).toContain('程序还没有用密钥版本 2 启动过')
  expect(await said(keysAdd)).toContain('程序还没有用密钥版本 2 启动过')
  expect(await said(keysReindex)).toContain('程序还没有用密钥版本 2 启动过')
})

test('while somebody changes the key file nobody else does', async () => {
  await restart()
  await writeFile(`${keyFile}.new`, '')

  expect(await said(keysAdd)).toContain('正在改主密钥文件')

  await rm(`${keyFile}.new`)
  expect(await lines()).toHaveLength(2)
})

test('everything is sealed anew beside the server, which then still needs the first key for its indexes', async () => {
  expect(await said((say) => keysRetire(['1'], say))).toContain('先运行 guidui keys rotate')
  expect(await said(keysRotate)).toMatch(/已重新加密 [1-9]\d* 条.*还剩 0 条/)
  expect(await said(keysList)).toMatch(/version 2 {2}[1-9].*加密用[\s\S]*version 1 {2}0 条.*索引用/)
  expect(await capturedAgain()).toMatchObject({ refusal: { code: 'already-registered' } })
  expect(await said((say) => keysRetire(['1'], say))).toContain('索引还在用密钥版本 1')
  expect(await lines()).toHaveLength(2)
})

test('indexes are made anew with nobody else at work, and a start in the middle of it is refused', async () => {
  expect(await found()).toBe(1)
  expect(await said(keysReindex)).toContain('程序正在运行')
  const setting = async (value: object) => {
    await floor.database.ownerPool.query("update app.settings set value = $1 where key = 'secrets.index'", [JSON.stringify(value)])
  }
  await setting({ version: 1, profile: 'gm', towards: { version: 2, profile: 'gm' } })
  await floor.database.close()
  await expect(openFloor(readConfig(), () => undefined)).rejects.toThrow('还没有换完')

  expect(await said(keysReindex)).toContain('索引已换到密钥版本 2')
  await start()
  expect([await found(), await capturedAgain()]).toMatchObject([1, { refusal: { code: 'already-registered' } }])
})

test('a key that nothing needs is taken away, and what was done stands in the journal', async () => {
  expect(await said((say) => keysRetire(['2'], say))).toContain('用法')
  expect(await said((say) => keysRetire(['1'], say))).toContain('密钥版本 1 已退役')
  expect(await lines()).toEqual([expect.stringMatching(/^2 /)])
  await restart()

  expect([await found(), await capturedAgain()]).toMatchObject([1, { refusal: { code: 'already-registered' } }])
  expect(await said((say) => keysRetire(['1'], say))).toContain('用法')
  expect((await verifyJournal(floor.database.ownerPool)).filter(({ broken }) => broken)).toEqual([])
  const leaves = await rowsOf<{ action_name: string }>(
    floor.database.ownerPool,
    "select action_name from spine.leaves where action_name like 'keys.%' order by seq",
  )
  expect(leaves.map(({ action_name }) => action_name)).toEqual(['keys.rotate', 'keys.reindex', 'keys.retire'])
})
