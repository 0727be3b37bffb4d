import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipPart = { readonly name: string; readonly text: AsyncIterable<string> | Iterable<string> }

type Written = { readonly name: Buffer; readonly at: number; readonly crc: number; readonly packed: number; readonly size: number }

const LIMIT = 0xffff_ffff
/** Sizes follow the part (bit 3), names are UTF-8 (bit 11): so a part can be written before its size is known. */
const FLAGS = 0x0808
/** 1980-01-01, the first day a zip can tell: the same rows make the same bytes. */
const [TIME, DAY] = [0, 0x0021]

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  for (const [at, value] of [
    [4, 20],
    [6, FLAGS],
    [8, 8],
    [10, TIME],
    [12, DAY],
    [26, name.length],
  ] as const)
    header.writeUInt16LE(value, at)
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16)
  for (const [index, value] of [0x08074b50, crc, packed, size].entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

function directoryEntry({ name, at, crc, packed, size }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  for (const [place, value] of [
    [4, 20],
    [6, 20],
    [8, FLAGS],
    [10, 8],
    [12, TIME],
    [14, DAY],
    [28, name.length],
  ] as const)
    entry.writeUInt16LE(value, place)
  for (const [place, value] of [
    [16, crc],
    [20, packed],
    [24, size],
    [42, at],
  ] as const)
    entry.writeUInt32LE(value, place)
  return Buffer.concat([entry, name])
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}

/**
 * The bytes of a zip, made as they are asked for: a slow receiver slows the source of the rows, and memory stays flat
 * however many there are. Parts of 4 GB and more are a fault: no sheet of a million rows comes near.
 */
export async function* zipBytes(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    let [crc, packed, size] = [0, 0, 0]
    const metered = async function* (): AsyncGenerator<Buffer> {
      for await (const text of part.text) {
        const bytes = Buffer.from(text, 'utf8')
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }
    yield localHeader(name)
    const deflated = pipeline(Readable.from(metered()), createDeflateRaw({ level: 5, chunkSize: 65_536 }), () => {})
    for await (const bytes of deflated as AsyncIterable<Buffer>) {
      packed += bytes.length
      yield bytes
    }
    const entry = { name, at, crc, packed, size }
    yield descriptor(entry)
    written.push(entry)
    at += 30 + name.length + packed + 16
    if (at > LIMIT || size > LIMIT) throw new RangeError('a workbook part grew past 4 GB')
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield directoryEnd(written.length, directory.length, at)
}
