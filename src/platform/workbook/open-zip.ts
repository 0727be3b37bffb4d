import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Budgets } from './budgets.ts'
import type { WorkbookRefusal } from './refusals.ts'
import { refusalIn, stopReading } from './stop-reading.ts'

export type Zip = {
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  /** How large a part is by its own account. */
  readonly bytes: (name: string) => number
  /** The inflated bytes of a part, within budget and checked against their declared size and checksum. */
  readonly part: (name: string) => AsyncGenerator<Buffer>
  readonly close: () => void
}

const damaged = (detail: string): never => stopReading({ code: 'damaged', detail })

/** yauzl reports bad bytes as plain errors; to us they are damage, never a fault. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && !refusalIn(error)) throw error
    return stopReading(refusalIn(error) ?? { code: 'damaged', detail: '压缩包目录不完整' })
  })
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      // Two parts of one name are read differently by different programs: whoever checked one may have seen the other.
      if (entries.has(entry.fileName)) return reject(Object.assign(new Error('duplicate'), { code: 'Z_DUPLICATE' }))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

function checkDeclared(entries: Iterable<Entry>, budgets: Budgets): void {
  let total = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) stopReading({ code: 'encrypted' })
    total += entry.uncompressedSize
    const bomb = entry.uncompressedSize > Math.max(budgets.ratioFloorBytes, entry.compressedSize * budgets.ratio)
    if (bomb || total > budgets.inflatedBytes) stopReading({ code: 'unpacks-too-large', part: entry.fileName.slice(0, 80) })
  }
}

function openRaw(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

async function* inflatePart(zip: ZipFile, entry: Entry, meter: (bytes: number) => void): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) damaged('压缩方式无法识别')
  const raw = await orDamaged(openRaw(zip, entry))
  const stream: Readable = entry.compressionMethod === 0 ? raw : pipeline(raw, createInflateRaw({ chunkSize: 131_072 }), () => {})
  let [size, checksum] = [0, 0]
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > entry.uncompressedSize) damaged('部件大小与目录不符')
    meter(chunk.length)
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (size !== entry.uncompressedSize) damaged('部件大小与目录不符')
  if (checksum !== entry.crc32) damaged('校验和不符')
}

/**
 * Opens a zip within budget. The directory alone is enough to refuse too many parts, duplicate names and sizes that only
 * a bomb declares; a directory that lies is caught while inflating, at the first byte too many. Nothing is ever written
 * to disk, so a part's name (`../../etc/passwd`) is only ever compared.
 */
export async function openZip(path: string, budgets: Budgets): Promise<Zip> {
  const zip = await orDamaged(openPromise(path, { autoClose: false, validateEntrySizes: false }))
  try {
    if (zip.entryCount > budgets.entries) stopReading({ code: 'too-many-parts', count: zip.entryCount, limit: budgets.entries })
    const entries = await orDamaged(listEntries(zip))
    checkDeclared(entries.values(), budgets)
    let inflated = 0
    const meter = (part: string) => (bytes: number) => {
      inflated += bytes
      if (inflated > budgets.inflatedBytes) stopReading({ code: 'unpacks-too-large', part: part.slice(0, 80) } satisfies WorkbookRefusal)
    }
    return {
      has: (name) => entries.has(name),
      bytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
      names: () => Array.from(entries.keys()),
      part: (name) => {
        const entry = entries.get(name)
        return entry ? inflatePart(zip, entry, meter(name)) : damaged(`缺少部件 ${name.slice(0, 80)}`)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
