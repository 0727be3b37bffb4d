import { timingSafeEqual } from 'node:crypto'
import { MAC_ROOM, macInto } from './key-tree.ts'
import { BLOCK, blockCipherOf, type ColumnKeys, writeCounters } from './suites.ts'

/** A ciphertext and the row it is bound to. */
export interface SealedRow {
  readonly rowId: string
  readonly sealed: Buffer
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

/** Lays `place ‖ row ‖ nonce ‖ ciphertext` where `macInto` wants it; of what is sealed all but the tag. @throws where it is too long */
export function layMessage(place: Buffer, { rowId, sealed }: SealedRow): Buffer {
  if (!isShort(place, { rowId, sealed })) throw new Error('too long to be one of many')
  const row = MAC_ROOM + place.copy(scratch, MAC_ROOM)
  const written = scratch.write(rowId, row + 4, 'utf8')
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
export function openManySm4(keys: ColumnKeys, place: Buffer, rows: readonly SealedRow[]): string[] {
  for (const row of rows) if (!check(keys, place, row)) throw new Error('the authentication tag does not fit')
  const counters = Buffer.allocUnsafe(rows.reduce((sum, row) => sum + blocksOf(row), 0) * BLOCK)
  let at = 0
  for (const row of rows) at = writeCounters(counters, at, row.sealed, blocksOf(row))
  const stream = blockCipherOf(keys.cipher).update(counters)
  at = 0
  return rows.map((row) => {
    const start = at
    const length = row.sealed.length - BLOCK - TAG
    for (let byte = 0; byte < length; byte += 1) stream[start + byte] = (stream[start + byte] ?? 0) ^ (row.sealed[BLOCK + byte] ?? 0)
    at += blocksOf(row) * BLOCK
    return stream.toString('utf8', start, start + length)
  })
}
