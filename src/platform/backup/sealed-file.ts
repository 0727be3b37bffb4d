import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { openStream, sealStream } from '../files/index.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type Frame, frameBytes, readFrames } from './frames.ts'

/** Sealed fields and files do not shrink; the rest does at the first try. */
const GZIP = { level: 1 } as const

/** Writes frames packed and sealed. The file is there when it answers, whole and on the disk; cut short, it never was. */
export async function writeSealed(path: string, secrets: Secrets, frames: AsyncIterable<Frame>): Promise<void> {
  const partial = `${path}.partial`
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const frame of frames) yield frameBytes(frame)
  }
  try {
    await pipeline(
      Readable.from(bytes(), { objectMode: false }),
      createGzip(GZIP),
      (packed: AsyncIterable<Buffer>) => sealStream(secrets, packed),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await rename(partial, path)
    const directory = await open(dirname(path), 'r')
    await directory.sync().finally(() => directory.close())
  } finally {
    await rm(partial, { force: true })
  }
}

/** The frames of a sealed file. @throws where a bit of it is not as it was sealed, or it was sealed with another key */
export async function* readSealed(path: string, secrets: Secrets): AsyncGenerator<Frame> {
  const unpacked = createGunzip()
  const opened = pipeline(Readable.from(openStream(secrets, createReadStream(path)), { objectMode: false }), unpacked)
  // It is awaited below; until then its failure is that of the reading.
  opened.catch(() => undefined)
  yield* readFrames(unpacked)
  await opened
}
