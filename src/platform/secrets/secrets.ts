import { deriveKey, joined, mac, type Profile } from './key-tree.ts'
import { type ColumnName, type Drawer, headerOf, type Opening, openingWith, type Sealing, sealingWith } from './sealing.ts'
import type { SharedKeys, SharedRing } from './shared-keys.ts'

export type { OpenedRows } from './open-many.ts'
export type { ColumnName, Opening, Sealing } from './sealing.ts'

export interface MasterKey {
  /** 1–65535, never given twice. */
  readonly version: number
  /** 32 random bytes. */
  readonly key: Buffer
}

export interface SecretsOptions {
  /** The key that encrypts from now on. */
  readonly masterKey: Buffer
  readonly profile: Profile
  /** The version of `masterKey`; 1 where keys were never rotated. */
  readonly version?: number
  /** Keys that once encrypted: still needed to read, until every row is written anew. */
  readonly earlier?: readonly MasterKey[]
  /** Under what the blind indexes of this database stand (`readIndex`); the key that encrypts and its profile where nothing is said. */
  readonly index?: IndexKey
}

/** A key version and profile under which blind indexes are made: one at a time, for two would not meet. */
export interface IndexKey {
  readonly version: number
  readonly profile: Profile
}

/**
 * Field-level encryption of personal data (citizen id, phone, address, bank card, diagnosis).
 *
 * A ciphertext is `format 1 byte ‖ key version 2 bytes ‖ nonce ‖ text ‖ tag` and is bound to its column, its row and its
 * key version: moved to another row or column it does not open. Both profiles can be read at once; `profile` decides
 * what is written. Opening what was not sealed here, for this place, is a fault and throws.
 */
export interface Secrets extends Sealing, Opening {
  /** With what every ciphertext of the newest key and the profile in force begins: three bytes. */
  readonly header: Buffer
  /** Whether the newest key and the profile in force wrote it; what is not current is written anew by the rotation. */
  isCurrent(sealed: Buffer): boolean
  /** A blind index under every key and both profiles, that in force first: `= any($1)` finds what cannot be made anew from a row. */
  blindIndexes(column: ColumnName, normalised: string): readonly Buffer[]
  /** A 32-byte key for another purpose (`session-cookie`): stable until the master key is rotated. */
  derive(purpose: string): Buffer
  /** The newest keys of some columns, for a thread of ours that seals for them (`openSharedKeys`): never the master key. */
  share(columns: readonly ColumnName[]): SharedKeys
  /** All keys of some columns, for a thread of ours that opens them (`openSharedRing`): never the master keys. */
  shareToOpen(columns: readonly ColumnName[]): SharedRing
}

/** Checks the ring once, at start: a wrong key must never come to light only with the first row that does not open. */
function ringOf({ masterKey, version = 1, earlier = [] }: SecretsOptions): ReadonlyMap<number, Buffer> {
  const ring = new Map<number, Buffer>()
  for (const entry of [{ version, key: masterKey }, ...earlier]) {
    if (entry.key.length !== 32) throw new Error(`master key version ${entry.version} has ${entry.key.length} bytes, not 32`)
    if (!Number.isInteger(entry.version) || entry.version < 1 || entry.version > version || version > 65_535) {
      throw new Error(`master key version ${entry.version} is not between 1 and the newest version, at most 65535`)
    }
    if (ring.has(entry.version)) throw new Error(`master key version ${entry.version} is given twice`)
    ring.set(entry.version, Buffer.from(entry.key))
  }
  return ring
}

/** Keys below the master key, made when first asked for: a column asks for its own at every row. */
function keyCabinet(ring: ReadonlyMap<number, Buffer>) {
  const shelves = { gm: new Map<number, Map<ColumnName, Drawer>>(), international: new Map<number, Map<ColumnName, Drawer>>() }
  return (profile: Profile, version: number, column: ColumnName): Drawer => {
    const made = shelves[profile].get(version) ?? new Map<ColumnName, Drawer>()
    const known = made.get(column)
    if (known) return known
    shelves[profile].set(version, made)
    const masterKey = ring.get(version)
    if (!masterKey) throw new Error(`${column}: master key version ${version} is not among the keys of this server`)
    const keyFor = (use: string): Buffer => deriveKey(profile, masterKey, [use, column, String(version)])
    const drawer = {
      keys: { cipher: keyFor('cipher'), mac: keyFor('mac') },
      index: keyFor('blind-index'),
      place: Buffer.concat([headerOf(profile, version), joined([column])]),
    }
    made.set(column, drawer)
    return drawer
  }
}

const PROFILES: readonly Profile[] = ['gm', 'international']

/** What is written is sealed with the newest key, and found by the index that is in force: the two may be of different versions. */
function writingDrawers(drawerOf: ReturnType<typeof keyCabinet>, sealed: IndexKey, index: IndexKey): (column: ColumnName) => Drawer {
  const made = new Map<ColumnName, Drawer>()
  return (column) => {
    const known = made.get(column)
    if (known) return known
    const found = drawerOf(index.profile, index.version, column).index
    const drawer = { ...drawerOf(sealed.profile, sealed.version, column), index: found }
    made.set(column, drawer)
    return drawer
  }
}

/** Opens the cabinet of secrets. Throws a sentence where the keys cannot be right. */
export function openSecrets(options: SecretsOptions): Secrets {
  const { profile, version = 1, index = { profile, version } } = options
  const ring = ringOf(options)
  const drawerOf = keyCabinet(ring)
  const header = headerOf(profile, version)
  const newestFirst = [...ring.keys()].toSorted((a, b) => b - a)
  const all = newestFirst.flatMap((under) => PROFILES.map((by): IndexKey => ({ version: under, profile: by })))
  const isInForce = (key: IndexKey): boolean => key.version === index.version && key.profile === index.profile
  const inForceFirst = [index, ...all.filter((key) => !isInForce(key))]
  const writing = writingDrawers(drawerOf, { profile, version }, index)

  return {
    ...sealingWith({ profile, header, indexBy: index.profile, drawerOf: writing }),
    ...openingWith(drawerOf),
    header,
    isCurrent: (sealed) => sealed.subarray(0, 3).equals(header),
    blindIndexes: (column, normalised) =>
      inForceFirst.map((key) => mac(key.profile, drawerOf(key.profile, key.version, column).index, normalised)),
    derive: (purpose) => deriveKey(profile, options.masterKey, ['purpose', purpose]),
    share: (columns) => ({ profile, version, indexBy: index.profile, drawers: columns.map((column) => [column, writing(column)]) }),
    shareToOpen: (columns) =>
      newestFirst.flatMap((under) =>
        PROFILES.flatMap((by) => columns.map((column) => ({ profile: by, version: under, column, drawer: drawerOf(by, under, column) }))),
      ),
  }
}
