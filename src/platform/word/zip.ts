import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, the first day that the format knows: the same words make the same bytes on every day. */
const DATE = 0x0021
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8

interface Entry {
  readonly head: Buffer
  readonly body: Buffer
  readonly central: Buffer
}

/** A ZIP archive of a few texts (APPNOTE 6.3.2, deflated, names in UTF-8), in the order given. */
export function zipOf(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  let offset = 0
  const entries = parts.map(([name, text]) => {
    const entry = entryOf(Buffer.from(name, 'utf8'), Buffer.from(text, 'utf8'), offset)
    offset += entry.head.length + entry.body.length
    return entry
  })
  const centrals = Buffer.concat(entries.map(({ central }) => central))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(centrals.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries.flatMap(({ head, body }) => [head, body]), centrals, end])
}

function entryOf(name: Buffer, text: Buffer, offset: number): Entry {
  const body = deflateRawSync(text)
  // What the local header and the entry of the central directory have in common: from the version to the length of the name.
  const common = Buffer.alloc(26)
  common.writeUInt16LE(VERSION, 0)
  common.writeUInt16LE(UTF8_NAMES, 2)
  common.writeUInt16LE(DEFLATED, 4)
  common.writeUInt16LE(DATE, 8)
  common.writeUInt32LE(crc32(text), 10)
  common.writeUInt32LE(body.length, 14)
  common.writeUInt32LE(text.length, 18)
  common.writeUInt16LE(name.length, 22)
  const [local, made, rest] = [Buffer.alloc(4), Buffer.alloc(6), Buffer.alloc(14)]
  local.writeUInt32LE(0x04034b50, 0)
  made.writeUInt32LE(0x02014b50, 0)
  made.writeUInt16LE(VERSION, 4)
  rest.writeUInt32LE(offset, 10)
  return { head: Buffer.concat([local, common, name]), body, central: Buffer.concat([made, common, rest, name]) }
}
