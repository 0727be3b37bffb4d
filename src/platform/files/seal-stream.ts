import { randomBytes, randomUUID } from 'node:crypto'
import { joined } from '../secrets/key-tree.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type ColumnKeys, profileOfFormat, SUITES } from '../secrets/suites.ts'

const CHUNK = 256 * 1024
/** Room for a sealed chunk: nonce and tag are below a hundred bytes. */
const LARGEST_FRAME = CHUNK + 1024
const COLUMN = 'spine.files.blob'

/** Bytes cut into chunks of one size; the last one may be shorter, and is empty where nothing came. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let [held, length]: [Buffer[], number] = [[], 0]
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= CHUNK) continue
    let whole = Buffer.concat(held)
    while (whole.length > CHUNK) {
      yield { chunk: whole.subarray(0, CHUNK), isLast: false }
      whole = whole.subarray(CHUNK)
    }
    ;[held, length] = [[whole], whole.length]
  }
  yield { chunk: Buffer.concat(held), isLast: true }
}

const contextOf = (index: number, isLast: boolean): Buffer => joined([String(index), isLast ? 'last' : 'more'])
const keysOf = (hex: string): ColumnKeys => ({ cipher: Buffer.from(hex.slice(0, 64), 'hex'), mac: Buffer.from(hex.slice(64), 'hex') })

function suiteOf(sealedKey: Buffer) {
  const profile = profileOfFormat(sealedKey[0])
  if (!profile) throw new Error('a stored file was sealed in an unknown way')
  return SUITES[profile]
}

/** The keys of a sealed stream as they stand at its head, read by `read(length, from)`. */
export async function readSealedKey(read: (length: number, from: number) => Promise<Buffer>): Promise<Buffer> {
  const fixed = await read(38, 0)
  return await read(fixed.readUInt16BE(36), 38)
}

/**
 * Seals a stream under keys of its own, which stand at its head, sealed with the master key: `id 36 ‖ length 2 ‖ sealed
 * keys`, then frames `length 4 ‖ sealed chunk`. Each chunk is bound to its place, and the last one says so: a file that
 * was cut off, shuffled or altered does not open.
 */
export async function* sealStream(secrets: Secrets, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [id, hex] = [randomUUID(), randomBytes(64).toString('hex')]
  const sealedKey = secrets.encrypt(COLUMN, id, hex)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(sealedKey.length)
  yield Buffer.concat([Buffer.from(id, 'latin1'), length, sealedKey])
  const [suite, keys] = [suiteOf(sealedKey), keysOf(hex)]
  let index = 0
  for await (const { chunk, isLast } of inChunks(source)) {
    const sealed = suite.seal(keys, contextOf(index++, isLast), chunk)
    const frame = Buffer.alloc(4)
    frame.writeUInt32BE(isLast ? sealed.length + 0x80000000 : sealed.length)
    yield Buffer.concat([frame, sealed])
  }
}

/** Reads exactly as many bytes as asked for. */
function exactReader(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  return async (length: number): Promise<Buffer> => {
    const parts = [held]
    let have = held.length
    while (have < length) {
      const next = await pieces.next()
      if (next.done) throw new Error('a stored file was cut off')
      parts.push(next.value)
      have += next.value.length
    }
    const whole = parts.length === 1 ? held : Buffer.concat(parts)
    held = whole.subarray(length)
    return whole.subarray(0, length)
  }
}

/** The other way round. @throws where a single bit is not as it was sealed */
export async function* openStream(secrets: Secrets, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const read = exactReader(source)
  const id = (await read(36)).toString('latin1')
  const sealedKey = Buffer.from(await read((await read(2)).readUInt16BE()))
  const [suite, keys] = [suiteOf(sealedKey), keysOf(secrets.decrypt(COLUMN, id, sealedKey))]
  for (let index = 0, isLast = false; !isLast; index++) {
    const frame = (await read(4)).readUInt32BE()
    isLast = frame >= 0x80000000
    const length = isLast ? frame - 0x80000000 : frame
    if (length > LARGEST_FRAME) throw new Error('a stored file was altered')
    yield suite.open(keys, contextOf(index, isLast), await read(length))
  }
}
