import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where an export goes: a stream (an HTTP answer) or a path. */
export type Destination = Writable | string

/** Writes bytes to their destination at the pace it takes them. A file appears whole under its name or not at all. */
export async function writeWhole(out: Destination, bytes: AsyncIterable<Buffer>): Promise<void> {
  if (typeof out !== 'string') return pipeline(Readable.from(bytes, { objectMode: false }), out)
  const partial = `${out}.part`
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(partial))
    await rename(partial, out)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
