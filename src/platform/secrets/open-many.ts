import { timingSafeEqual } from 'node:crypto'
import { MAC_ROOM, macInto } from './key-tree.ts'
import { BLOCK, blockCipherOf, type ColumnKeys, writeCounters } from './suites.ts'

/** A ciphertext and the row it is bound to; of a million rows the name may come as the bytes of its text. */
export interface SealedRow {
  readonly rowId: string | Uint8Array
  readonly sealed: Buffer
}

/** Many opened texts: that of row `n` lies from `starts[n]` to `ends[n]` of `bytes`. */
export interface OpenedRows {
  readonly bytes: Buffer
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Bytes of the tag at the end. */
export const TAG = 32
/** Longer ones are opened one by one: sealing itself is what they cost. */
export const LONGEST_OF_MANY = 1024
const scratch = Buffer.allocUnsafe(2 * LONGEST_OF_MANY)
const made = Buffer.allocUnsafe(TAG)

/** Whether it is short enough for `layMessage`. */
export const isShort = (place: Buffer, { rowId, sealed }: SealedRow): boolean =>
  MAC_ROOM + place.length + 4 + rowId.length * 3 + sealed.length <= scratch.length

function writeName(rowId: string | Uint8Array, at: number): number {
  if (typeof rowId === 'string') return scratch.write(rowId, at, 'utf8')
  scratch.set(rowId, at)
  return rowId.length
}

/** Lays `place ‖ row ‖ nonce ‖ ciphertext` where `macInto` wants it; of what is sealed all but the tag. @throws where it is too long */
export function layMessage(place: Buffer, { rowId, sealed }: SealedRow): Buffer {
  if (!isShort(place, { rowId, sealed })) throw new Error('too long to be one of many')
  const row = MAC_ROOM + place.copy(scratch, MAC_ROOM)
  const written = writeName(rowId, row + 4)
  scratch.writeUInt32BE(written, row)
  const body = row + 4 + written
  return scratch.subarray(0, body + sealed.copy(scratch, body, 0, sealed.length - TAG))
}

function check(keys: ColumnKeys, place: Buffer, row: SealedRow): boolean {
  if (row.sealed.length < BLOCK + TAG) return false
  macInto('gm', keys.mac, layMessage(place, row), made)
  return timingSafeEqual(made, row.sealed.subarray(-TAG))
}

const blocksOf = ({ sealed }: SealedRow): number => Math.ceil((sealed.length - BLOCK - TAG) / BLOCK)

/**
 * Opens what SM4 with HMAC-SM3 closed, thousands at a time: every tag is checked before anything is opened, and the block
 * cipher is asked once for all of them. They come without their headers. `place` and the row make the context, as `contextOf` joins them.
 *
 * @throws where one of them does not fit, or is longer than `LONGEST_OF_MANY`
 */
export function openManySm4(keys: ColumnKeys, place: Buffer, rows: readonly SealedRow[]): OpenedRows {
  for (const row of rows) if (!check(keys, place, row)) throw new Error('the authentication tag does not fit')
  const counters = Buffer.allocUnsafe(rows.reduce((sum, row) => sum + blocksOf(row), 0) * BLOCK)
  const [starts, ends] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  let at = 0
  for (const [no, row] of rows.entries()) {
    starts[no] = at
    ends[no] = at + row.sealed.length - BLOCK - TAG
    at = writeCounters(counters, at, row.sealed, blocksOf(row))
  }
  const bytes = blockCipherOf(keys.cipher).update(counters)
  for (const [no, { sealed }] of rows.entries()) layOver(bytes, { start: starts[no] ?? 0, end: ends[no] ?? 0 }, sealed)
  return { bytes, starts, ends }
}

function layOver(stream: Buffer, { start, end }: { start: number; end: number }, sealed: Buffer): void {
  const text = BLOCK - start
  for (let at = start; at < end; at += 1) stream[at] = (stream[at] ?? 0) ^ (sealed[text + at] ?? 0)
}

/** Texts that were opened one by one, as if they had been opened together. */
export function gatherOpened(texts: readonly string[]): OpenedRows {
  const [starts, ends] = [new Int32Array(texts.length), new Int32Array(texts.length)]
  let at = 0
  for (const [no, text] of texts.entries()) {
    starts[no] = at
    at += Buffer.byteLength(text)
    ends[no] = at
  }
  return { bytes: Buffer.from(texts.join(''), 'utf8'), starts, ends }
}
