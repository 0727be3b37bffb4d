import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'

/** The chunks of a file, one after another in one buffer: a chunk is valid until the next is asked for. */
export function* fileChunks(path: string, size: number): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(size)
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) yield chunk.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

/** Bytes at the end of a chunk that begin a UTF-8 character and do not finish it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

/** The first stretch of a file that is not UTF-8, or undefined where all of it is. The whole file is looked at: a ledger may be plain ASCII for a thousand rows. */
function firstNotUtf8(chunks: Iterable<Buffer>): Buffer | undefined {
  let carry = Buffer.alloc(0)
  for (const chunk of chunks) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
    const cut = unfinished(bytes)
    const whole = bytes.subarray(0, bytes.length - cut)
    if (!isUtf8(whole)) return Buffer.from(whole)
    carry = Buffer.from(bytes.subarray(bytes.length - cut))
  }
  return carry.length > 0 ? carry : undefined
}

const marks = (text: string): number => text.split('\ufffd').length - 1

function utf16WithoutMark(head: Buffer): string | undefined {
  let [even, odd] = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++
  const few = head.length / 20
  if (odd > few && even === 0) return 'utf-16le'
  return even > few && odd === 0 ? 'utf-16be' : undefined
}

/**
 * The encoding of a text file: by its mark, else UTF-8 where all of it is valid, else UTF-16 by its zeros, else
 * GB 18030 (which contains GBK and GB 2312), unless the stretch in doubt reads better as UTF-8 with a few bad bytes.
 * `chunks`: all of the file that is to be looked at.
 */
export function detectEncoding(head: Buffer, chunks: Iterable<Buffer>): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = utf16WithoutMark(head.subarray(0, 4_096))
  if (wide === 'utf-16le' || wide === 'utf-16be') return wide
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const doubtful = firstNotUtf8(chunks)
  if (!doubtful) return 'utf-8'
  const [asUtf8, asGb] = [new TextDecoder('utf-8').decode(doubtful), new TextDecoder('gb18030').decode(doubtful)]
  return marks(asUtf8) * 4 < marks(asGb) || (marks(asUtf8) <= 3 && /\p{Script=Han}/u.test(asUtf8) && marks(asGb) > 0) ? 'utf-8' : 'gb18030'
}
