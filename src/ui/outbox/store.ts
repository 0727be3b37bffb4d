import type { StoredDevice, StoredItem, StoredKey, StoredMark, StoredPack, StoredPhoto } from './stored.ts'

/** Records that are written together or not at all. */
export interface Batch {
  readonly items?: readonly StoredItem[]
  readonly marks?: readonly StoredMark[]
  readonly photos?: readonly StoredPhoto[]
  readonly keys?: readonly StoredKey[]
  readonly packs?: readonly StoredPack[]
  readonly device?: StoredDevice
  /** Accounts whose pack goes. */
  readonly dropPacks?: readonly string[]
}

/** Where the device keeps things. `append` has returned only when they are on the disk. */
export interface Store {
  append(batch: Batch): Promise<void>
  items(accountId: string): Promise<StoredItem[]>
  marks(accountId: string): Promise<StoredMark[]>
  photo(accountId: string, hash: string): Promise<StoredPhoto | undefined>
  keys(accountId: string): Promise<StoredKey[]>
  pack(accountId: string): Promise<StoredPack | undefined>
  device(): Promise<StoredDevice | undefined>
  /** The accounts that have a key here: those whose password opens something. */
  accounts(): Promise<string[]>
}
