import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { contentTypeOf } from './content-type.ts'
import { openStream, sealStream } from './seal-stream.ts'

export interface StoredBytes {
  /** Keyed hash of the content: the same bytes are stored once. */
  readonly address: string
  readonly size: number
  readonly contentType: string
}

/** Bytes that were just stored. */
export interface TakenBytes extends StoredBytes {
  /** Of the content as it came. */
  readonly sha256: Buffer
}

export type StoreRefusal = { readonly code: 'file-too-large'; readonly limit: number } | { readonly code: 'empty-file' }

/** Bytes at rest, always encrypted. Who may have them, `spine.files` says. */
export interface FileStore {
  /** Stores a stream. When it answers, the bytes are on the disk; a refused or broken stream leaves nothing. */
  take(source: AsyncIterable<Buffer>, limits?: { readonly bytes: number }): Promise<Result<TakenBytes, StoreRefusal>>
  read(address: string): AsyncGenerator<Buffer>
  /** Lends a decrypted copy for as long as `work` runs, in a folder nobody else can enter; with `first`, of its first bytes only, so many at least. */
  withPlainCopy<T>(address: string, work: (path: string) => Promise<T>, first?: number): Promise<T>
  /** A path in the same folder to write to; gone when `work` ends. */
  withScratch<T>(work: (path: string) => Promise<T>): Promise<T>
  remove(address: string): Promise<void>
}

/** 100 MB. */
const LARGEST_UPLOAD = 100 * 1_048_576

/** Opens the store below a directory. What an earlier process left half-written or decrypted is removed. */
export async function openFileStore({ directory, secrets }: { directory: string; secrets: Secrets }): Promise<FileStore> {
  const [incoming, plain] = [join(directory, 'incoming'), join(directory, 'open')]
  for (const folder of [incoming, plain]) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
  }
  const placeOf = (address: string): string => {
    if (!/^[0-9a-f]{64}$/.test(address)) throw new Error('not an address of a stored file')
    return join(directory, address.slice(0, 2), address)
  }
  const read = (address: string): AsyncGenerator<Buffer> => openStream(secrets, createReadStream(placeOf(address)))
  const withScratch: FileStore['withScratch'] = async (work) => {
    const path = join(plain, randomUUID())
    try {
      return await work(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  return {
    read,
    withScratch,
    take: (source, limits) => take({ secrets, placeOf, partial: join(incoming, randomUUID()) }, source, limits?.bytes ?? LARGEST_UPLOAD),
    withPlainCopy: (address, work, first = Number.POSITIVE_INFINITY) =>
      withScratch(async (path) => {
        const source = Readable.from(beginning(read(address), first), { objectMode: false })
        await pipeline(source, createWriteStream(path, { mode: 0o600 }))
        return await work(path)
      }),
    remove: (address) => rm(placeOf(address), { force: true }),
  }
}

async function* beginning(pieces: AsyncIterable<Buffer>, first: number): AsyncGenerator<Buffer> {
  let length = 0
  for await (const piece of pieces) {
    yield piece
    length += piece.length
    if (length >= first) return
  }
}

interface Taking {
  readonly secrets: Secrets
  readonly placeOf: (address: string) => string
  readonly partial: string
}

async function take({ secrets, placeOf, partial }: Taking, source: AsyncIterable<Buffer>, limit: number) {
  const [hash, seen] = [createHash('sha256'), { size: 0, head: Buffer.alloc(0) }]
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      seen.size += piece.length
      if (seen.size > limit) return
      if (seen.head.length < 4096) seen.head = Buffer.concat([seen.head, piece.subarray(0, 4096)])
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(Readable.from(sealStream(secrets, counted()), { objectMode: false }), createWriteStream(partial, { mode: 0o600 }))
    if (seen.size > limit) return refuse({ code: 'file-too-large' as const, limit })
    if (seen.size === 0) return refuse({ code: 'empty-file' as const })
    const sha256 = hash.digest()
    const address = secrets.blindIndex('spine.files.content', sha256.toString('hex')).toString('hex')
    await keep(partial, placeOf(address))
    return ok({ address, size: seen.size, contentType: contentTypeOf(seen.head), sha256 })
  } finally {
    await rm(partial, { force: true })
  }
}

/** On the disk under its address, for good: the row that names it is committed only after this. */
async function keep(partial: string, place: string): Promise<void> {
  if (await stat(place).catch(() => undefined)) return
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await sync(partial)
  await rename(partial, place)
  await sync(dirname(place))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
