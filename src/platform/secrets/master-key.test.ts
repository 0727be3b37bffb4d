import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMasterKey } from './master-key.ts'
import { masterKeySentence } from './master-key-sentence.ts'
import { openSecrets } from './secrets.ts'

const HEX = '1f2e3d4c5b6a798897a6b5c4d3e2f10112233445566778899aabbccddeeff001'
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guidui-key-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function keyFile(text: string, mode = 0o600): Promise<string> {
  const path = join(directory, 'given.key')
  await writeFile(path, text)
  await chmod(path, mode)
  return path
}

test('the first start makes a key that only its owner reads; the second start finds the same', async () => {
  const first = await openMasterKey({ directory })
  const second = await openMasterKey({ directory })

  expect(first.ok && [first.value.created, first.value.version, first.value.masterKey.length]).toEqual([true, 1, 32])
  expect(second.ok && first.ok && !second.value.created && second.value.masterKey.equals(first.value.masterKey)).toBe(true)
  expect((await stat(join(directory, 'master.key'))).mode & 0o777).toBe(0o600)
  expect(await readdir(directory)).toEqual(['master.key'])
})

test('ten first starts at once agree on one key', async () => {
  const rings = await Promise.all(Array.from({ length: 10 }, () => openMasterKey({ directory })))
  const keys = new Set(rings.map((ring) => (ring.ok ? ring.value.masterKey.toString('hex') : ring.refusal.code)))

  expect(keys.size).toBe(1)
  expect(rings.filter((ring) => ring.ok && ring.value.created)).toHaveLength(1)
})

test('of several keys the highest version encrypts and the others read', async () => {
  const other = [...HEX].toReversed().join('')
  const ring = await openMasterKey({ keyFile: await keyFile(`# made on 2025-06-10\n1 ${other}\n\n2 ${HEX}\r\n`), directory })

  expect(ring.ok && [ring.value.version, ring.value.earlier.map(({ version }) => version)]).toEqual([2, [1]])
  expect(
    ring.ok &&
      openSecrets({ ...ring.value, profile: 'gm' })
        .encrypt('a.b.c', '1', '')
        .readUInt16BE(1),
  ).toBe(2)
})

test('a bare key is version 1', async () => {
  const ring = await openMasterKey({ keyFile: await keyFile(HEX), directory })

  expect(ring.ok && [ring.value.version, ring.value.masterKey.toString('hex')]).toEqual([1, HEX])
})

test.each([
  ['one digit short', HEX.slice(1), 0o600, 'wrong-shape'],
  ['empty', '', 0o600, 'wrong-shape'],
  ['version zero', `0 ${HEX}`, 0o600, 'wrong-shape'],
  ['a placeholder', '0'.repeat(64), 0o600, 'not-random'],
  ['one version twice', `${HEX}\n1 ${HEX}`, 0o600, 'version-twice'],
  ['readable by the group', HEX, 0o640, 'open-to-others'],
  ['readable by all', HEX, 0o604, 'open-to-others'],
])('a key file that is %s is refused', async (...[, text, mode, code]) => {
  const path = await keyFile(text, mode)
  const ring = await openMasterKey({ keyFile: path, directory })

  expect(ring).toEqual({ ok: false, refusal: { code, path } })
})

test('a named key file that is missing is refused, never made', async () => {
  const path = join(directory, 'nowhere.key')
  const ring = await openMasterKey({ keyFile: path, directory })

  expect(ring).toEqual({ ok: false, refusal: { code: 'missing', path } })
  expect(await readdir(directory)).toEqual([])
})

test('a directory in place of the file is unreadable', async () => {
  await chmod(directory, 0o700)

  expect(await openMasterKey({ keyFile: directory, directory })).toEqual({ ok: false, refusal: { code: 'unreadable', path: directory } })
})

test('the operator is told what, where and what to do, in Chinese and in English', () => {
  expect(masterKeySentence({ code: 'open-to-others', path: '/srv/k' })).toEqual({
    zh: '/srv/k：主密钥文件别人也能读。请运行：chmod 600 /srv/k',
    en: '/srv/k: Others may read the master key file. Run: chmod 600 /srv/k',
  })
})
