import { randomBytes } from 'node:crypto'
import { joined, mac, macInto } from './key-tree.ts'
import { isShort, layMessage, type SealedRow, TAG } from './open-many.ts'
import { BLOCK, blockCipherOf, type ColumnKeys, writeCounters } from './suites.ts'

/** A text to be sealed and the row it will be bound to. */
export interface PlainRow {
  readonly rowId: string
  readonly plain: string
}

/** How long each text is in bytes, and where its row begins in the room for all of them. */
interface Layout {
  readonly lengths: readonly number[]
  readonly blocks: number
  readonly bytes: number
}

const blocksOf = (length: number): number => Math.ceil(length / BLOCK)

function layoutOf(header: Buffer, rows: readonly PlainRow[]): Layout {
  const lengths = rows.map(({ plain }) => Buffer.byteLength(plain))
  let [blocks, bytes] = [0, 0]
  for (const length of lengths) {
    blocks += blocksOf(length)
    bytes += header.length + BLOCK + length + TAG
  }
  return { lengths, blocks, bytes }
}

/** The key stream of all the texts, one behind the other, each from its own nonce on. */
function streamOf(keys: ColumnKeys, { lengths, blocks }: Layout, nonces: Buffer): Buffer {
  const counters = Buffer.allocUnsafe(blocks * BLOCK)
  let at = 0
  for (const [row, length] of lengths.entries()) {
    at = writeCounters(counters, at, nonces.subarray(row * BLOCK, (row + 1) * BLOCK), blocksOf(length))
  }
  return blockCipherOf(keys.cipher).update(counters)
}

/** The tag over context ‖ nonce ‖ ciphertext, into the last bytes of what is sealed. */
function addTag(keys: ColumnKeys, place: Buffer, { rowId, sealed }: SealedRow & { readonly rowId: string }): void {
  const tag = sealed.subarray(-TAG)
  if (isShort(place, { rowId, sealed })) macInto('gm', keys.mac, layMessage(place, { rowId, sealed }), tag)
  else mac('gm', keys.mac, Buffer.concat([place, joined([rowId]), sealed.subarray(0, -TAG)])).copy(tag)
}

/**
 * Closes with SM4 and HMAC-SM3 what `encrypt` would have closed one by one, thousands at a time: nonces are drawn at once,
 * each its own, and the block cipher is asked once. `place` and the row make the context, as `contextOf` joins them.
 */
export function sealManySm4(keys: ColumnKeys, about: { header: Buffer; place: Buffer }, rows: readonly PlainRow[]): Buffer[] {
  const { header, place } = about
  const layout = layoutOf(header, rows)
  const nonces = randomBytes(rows.length * BLOCK)
  const stream = streamOf(keys, layout, nonces)
  const room = Buffer.allocUnsafe(layout.bytes)
  let [from, at] = [0, 0]
  return rows.map(({ rowId, plain }, row) => {
    const length = layout.lengths[row] ?? 0
    header.copy(room, at)
    const body = at + header.length
    nonces.copy(room, body, row * BLOCK, (row + 1) * BLOCK)
    const text = body + BLOCK
    room.write(plain, text, 'utf8')
    for (let byte = 0; byte < length; byte += 1) room[text + byte] = (room[text + byte] ?? 0) ^ (stream[from + byte] ?? 0)
    from += blocksOf(length) * BLOCK
    const end = text + length + TAG
    addTag(keys, place, { rowId, sealed: room.subarray(body, end) })
    const sealed = room.subarray(at, end)
    at = end
    return sealed
  })
}
