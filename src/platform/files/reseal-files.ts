import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Secrets } from '../secrets/secrets.ts'
import { openStream, readSealedKey, sealStream } from './seal-stream.ts'

export interface Resealed {
  readonly written: number
  /** Those that do not open to their end: left as they are. */
  readonly unreadable: readonly string[]
}

/** Every stored file below the store's directory; nothing where no file was ever stored. */
async function listStored(directory: string): Promise<string[]> {
  const folders = (await readdir(directory).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const files = folders.map(async (folder) => {
    const names = await readdir(join(directory, folder))
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).map((name) => join(directory, folder, name))
  })
  return (await Promise.all(files)).flat()
}

/** The keys of a stored file, sealed; undefined where the file is gone: it was swept meanwhile. */
async function sealedKeyOf(path: string): Promise<Buffer | undefined> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (!handle) return undefined
  try {
    return await readSealedKey(async (length, at) => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    })
  } finally {
    await handle.close()
  }
}

/** How many stored files stand under each key: by the three bytes that their sealed keys begin with, in hexadecimal digits. */
export async function countFilesByKey(directory: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const path of await listStored(directory)) {
    const begins = (await sealedKeyOf(path))?.toString('hex', 0, 3)
    if (begins !== undefined) counts.set(begins, (counts.get(begins) ?? 0) + 1)
  }
  return counts
}

/**
 * Seals anew what is not sealed with the newest master key, under new keys of its own. Each file is written beside its place,
 * read to its end and moved there: cut short, the old one stands. A file that is swept meanwhile stays away.
 */
export async function resealFiles(directory: string, secrets: Secrets): Promise<Resealed> {
  const unreadable: string[] = []
  let written = 0
  for (const path of await listStored(directory)) {
    const sealedKey = await sealedKeyOf(path)
    if (!sealedKey || secrets.isCurrent(sealedKey)) continue
    const became = await reseal(path, secrets)
    if (became === 'sealed') written += 1
    if (became === 'unreadable') unreadable.push(path)
  }
  return { written, unreadable }
}

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : undefined)

/** `gone` where the file, or the folder of what is half-written, was cleared meanwhile: another turn finds what is left. */
async function reseal(path: string, secrets: Secrets): Promise<'sealed' | 'gone' | 'unreadable'> {
  const partial = join(dirname(dirname(path)), 'incoming', `${path.slice(-64)}.resealed`)
  await mkdir(dirname(partial), { recursive: true, mode: 0o700 })
  try {
    const sealed = sealStream(secrets, openStream(secrets, createReadStream(path)))
    await pipeline(Readable.from(sealed, { objectMode: false }), createWriteStream(partial, { mode: 0o600, flush: true }))
    await stat(path)
    await rename(partial, path)
    const folder = await open(dirname(path), 'r')
    await folder.sync().finally(() => folder.close())
    return 'sealed'
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return 'gone'
    // Of the disk, and not of the file: a full one is no reason to call a file unreadable.
    if (typeof codeOf(fault) === 'string' && !String(codeOf(fault)).startsWith('ERR_')) throw fault
    return 'unreadable'
  } finally {
    await rm(partial, { force: true })
  }
}
