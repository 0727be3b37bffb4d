import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSecrets } from '../secrets/secrets.ts'
import { attachment, safeFileName } from './file-name.ts'
import { type FileStore, openFileStore } from './file-store.ts'

let directory: string
let files: FileStore
const secrets = openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'gm' })

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guidui-files-'))
  files = await openFileStore({ directory, secrets })
})

afterAll(() => rm(directory, { recursive: true, force: true }))

async function* pieces(...bytes: Buffer[]): AsyncGenerator<Buffer> {
  yield* bytes
}

async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

async function stored(bytes: Buffer): Promise<string> {
  const taken = await files.take(pieces(bytes))
  if (!taken.ok) throw new Error(taken.refusal.code)
  return taken.value.address
}

describe('stored bytes', () => {
  test.each([1, 262_143, 262_144, 262_145, 1_000_003])('%i bytes come back as they were', async (length) => {
    const bytes = randomBytes(length)

    const address = await stored(bytes)

    expect((await whole(files.read(address))).equals(bytes)).toBe(true)
  })

  test('nothing on the disk can be read without the key', async () => {
    const address = await stored(Buffer.from('姓名,身份证号\n周建国,990112196208010017\n'.repeat(50)))

    const onDisk = await readFile(join(directory, address.slice(0, 2), address))

    expect(onDisk.includes('990112196208010017')).toBe(false)
  })

  test('the same bytes lie there once', async () => {
    const bytes = randomBytes(5_000)

    const [first, second] = [await stored(bytes), await stored(bytes)]

    expect(second).toBe(first)
  })

  test.each(['cut off', 'altered'])('a file that was %s does not open', async (how) => {
    const address = await stored(randomBytes(600_000))
    const place = join(directory, address.slice(0, 2), address)
    const bytes = await readFile(place)
    if (how === 'altered') bytes.writeUInt8(bytes.readUInt8(400_000) ^ 1, 400_000)

    await writeFile(place, how === 'altered' ? bytes : bytes.subarray(0, 300_000))

    await expect(whole(files.read(address))).rejects.toThrow()
  })

  test('a file above its limit and an empty one are refused and leave nothing', async () => {
    const tooLarge = await files.take(pieces(Buffer.alloc(60), Buffer.alloc(60)), { bytes: 100 })
    const empty = await files.take(pieces())

    expect(tooLarge).toEqual({ ok: false, refusal: { code: 'file-too-large', limit: 100 } })
    expect(empty).toEqual({ ok: false, refusal: { code: 'empty-file' } })
    expect(await readdir(join(directory, 'incoming'))).toEqual([])
  })

  test('a decrypted copy is gone when the work ends, even where the work fails', async () => {
    const address = await stored(Buffer.from('a,b\n1,2\n'))

    await expect(files.withPlainCopy(address, async (path) => Promise.reject(new Error(path)))).rejects.toThrow()

    expect(await readdir(join(directory, 'open'))).toEqual([])
  })

  test('a copy of the beginning holds what was asked for and leaves out the rest', async () => {
    const bytes = randomBytes(1_000_000)
    const copied = await files.withPlainCopy(await stored(bytes), (path) => readFile(path), 300_000)

    expect(copied.length).toBeGreaterThanOrEqual(300_000)
    expect(copied.length).toBeLessThan(bytes.length)
    expect(bytes.subarray(0, copied.length).equals(copied)).toBe(true)
  })

  test('what an address is decides nothing outside the store', () => {
    expect(() => files.read('../../../etc/passwd')).toThrow('not an address')
  })
})

describe('names of files', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\档案\\花名册.xlsx', '花名册.xlsx'],
    ['名\u202exslx.exe', '名_xslx.exe'],
    ['a"\r\nSet-Cookie: x', 'a___Set-Cookie_ x'],
    ['...', 'file'],
  ])('%j is kept as %j', (name, kept) => {
    expect(safeFileName(name)).toBe(kept)
  })

  test('a Chinese name is offered by RFC 6266 and can break no header', () => {
    expect(attachment('花名册 (1).xlsx')).toBe(
      `attachment; filename="_1_.xlsx"; filename*=UTF-8''%E8%8A%B1%E5%90%8D%E5%86%8C%20%281%29.xlsx`,
    )
  })
})
