import { joined, mac, type Profile } from './key-tree.ts'
import { gatherOpened, LONGEST_OF_MANY, type OpenedRows, openManySm4, type SealedRow } from './open-many.ts'
import { type PlainRow, sealManySm4 } from './seal-many.ts'
import { type ColumnKeys, profileOfFormat, SUITES } from './suites.ts'

/** Where a secret stands: `schema.table.column`. */
export type ColumnName = `${string}.${string}.${string}`

/** What closes and hashes, and opens nothing. */
export interface Sealing {
  encrypt(column: ColumnName, rowId: string, plain: string): Buffer
  /** The same for fields of many rows, in their order, at half the time. */
  encryptMany(column: ColumnName, rows: readonly PlainRow[]): Buffer[]
  /** 32 bytes that are equal exactly where the normalised values are: for exact look-up. Give it one form of a value only. */
  blindIndex(column: ColumnName, normalised: string): Buffer
}

/** What opens, whatever profile and key version sealed it. */
export interface Opening {
  /** @throws where it was altered, or belongs to another row or column */
  decrypt(column: ColumnName, rowId: string, sealed: Buffer): string
  /** The same for fields of many rows, in their order, at a third of the time. @throws as soon as one of them does not open */
  decryptMany(column: ColumnName, rows: readonly SealedRow[]): string[]
  /** The same, as the bytes of their texts: for who writes them on as they are. */
  decryptManyBytes(column: ColumnName, rows: readonly SealedRow[]): OpenedRows
}

/** What one column needs under one master key version. */
export interface Drawer {
  readonly keys: ColumnKeys
  readonly index: Buffer
  /** format ‖ version ‖ column: the part of the context that every row shares. */
  readonly place: Buffer
}

/** With what every ciphertext of a profile and key begins. */
export function headerOf(profile: Profile, version: number): Buffer {
  const header = Buffer.from([SUITES[profile].format, 0, 0])
  header.writeUInt16BE(version, 1)
  return header
}

/** What a ciphertext is bound to. */
export const contextOf = ({ place }: Drawer, rowId: string): Buffer => Buffer.concat([place, joined([rowId])])

interface SealingParts {
  readonly profile: Profile
  readonly header: Buffer
  /** The profile of the blind indexes, which may be an earlier one. */
  readonly indexBy: Profile
  readonly drawerOf: (column: ColumnName) => Drawer
}

/** Seals with the keys that the drawers hold. */
export function sealingWith({ profile, header, indexBy, drawerOf }: SealingParts): Sealing {
  const encrypt: Sealing['encrypt'] = (column, rowId, plain) => {
    const drawer = drawerOf(column)
    return Buffer.concat([header, SUITES[profile].seal(drawer.keys, contextOf(drawer, rowId), Buffer.from(plain, 'utf8'))])
  }
  return {
    encrypt,
    encryptMany(column, rows) {
      if (profile !== 'gm') return rows.map(({ rowId, plain }) => encrypt(column, rowId, plain))
      const { keys, place } = drawerOf(column)
      return sealManySm4(keys, { header, place }, rows)
    },
    blindIndex: (column, normalised) => mac(indexBy, drawerOf(column).index, normalised),
  }
}

/** Opens with the keys that the drawers hold. */
export function openingWith(drawerOf: (profile: Profile, version: number, column: ColumnName) => Drawer): Opening {
  const closedBy = (column: ColumnName, sealed: Buffer): { by: Profile; drawer: Drawer } => {
    const by = profileOfFormat(sealed[0])
    if (!by || sealed.length < 3) throw new Error(`${column}: not a ciphertext of this system`)
    return { by, drawer: drawerOf(by, sealed.readUInt16BE(1), column) }
  }
  const decrypt: Opening['decrypt'] = (column, rowId, sealed) => {
    const { by, drawer } = closedBy(column, sealed)
    return faithfully(column, () => SUITES[by].open(drawer.keys, contextOf(drawer, rowId), sealed.subarray(3)).toString('utf8'))
  }
  const decryptManyBytes: Opening['decryptManyBytes'] = (column, rows) => {
    const [first] = rows
    if (!first) return gatherOpened([])
    const { by, drawer } = closedBy(column, first.sealed)
    const isLike = ({ sealed }: SealedRow): boolean =>
      sealed.length <= LONGEST_OF_MANY && sealed[0] === first.sealed[0] && sealed[1] === first.sealed[1] && sealed[2] === first.sealed[2]
    if (by !== 'gm' || !rows.every(isLike)) return gatherOpened(rows.map(({ rowId, sealed }) => decrypt(column, nameOf(rowId), sealed)))
    const bare = rows.map(({ rowId, sealed }) => ({ rowId, sealed: sealed.subarray(3) }))
    return faithfully(column, () => openManySm4(drawer.keys, drawer.place, bare))
  }
  return {
    decrypt,
    decryptMany(column, rows) {
      const { bytes, starts, ends } = decryptManyBytes(column, rows)
      return rows.map((_, no) => bytes.toString('utf8', starts[no], ends[no]))
    },
    decryptManyBytes,
  }
}

const nameOf = (rowId: string | Uint8Array): string => (typeof rowId === 'string' ? rowId : Buffer.from(rowId).toString('utf8'))

function faithfully<T>(column: ColumnName, open: () => T): T {
  try {
    return open()
  } catch (cause) {
    throw new Error(`${column}: the ciphertext was altered, or belongs to another row or column`, { cause })
  }
}
