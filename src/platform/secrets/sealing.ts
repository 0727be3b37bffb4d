import { joined, mac, type Profile } from './key-tree.ts'
import { type ColumnKeys, SUITES } from './suites.ts'

/** Where a secret stands: `schema.table.column`. */
export type ColumnName = `${string}.${string}.${string}`

/** What closes and hashes, and opens nothing. */
export interface Sealing {
  encrypt(column: ColumnName, rowId: string, plain: string): Buffer
  /** 32 bytes that are equal exactly where the normalised values are: for exact look-up. Give it one form of a value only. */
  blindIndex(column: ColumnName, normalised: string): Buffer
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

/** Seals with the keys that the drawers hold. */
export function sealingWith(about: { profile: Profile; header: Buffer; drawerOf: (column: ColumnName) => Drawer }): Sealing {
  const { profile, header, drawerOf } = about
  return {
    encrypt(column, rowId, plain) {
      const drawer = drawerOf(column)
      return Buffer.concat([header, SUITES[profile].seal(drawer.keys, contextOf(drawer, rowId), Buffer.from(plain, 'utf8'))])
    },
    blindIndex: (column, normalised) => mac(profile, drawerOf(column).index, normalised),
  }
}
