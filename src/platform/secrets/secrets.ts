import { deriveKey, joined, mac, type Profile } from './key-tree.ts'
import { type ColumnKeys, profileOfFormat, SUITES } from './suites.ts'

/** Where a secret stands: `schema.table.column`. */
export type ColumnName = `${string}.${string}.${string}`

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
}

/**
 * Field-level encryption of personal data (citizen id, phone, address, bank card, diagnosis).
 *
 * A ciphertext is `format 1 byte ‖ key version 2 bytes ‖ nonce ‖ text ‖ tag` and is bound to its column, its row and its
 * key version: moved to another row or column it does not open. Both profiles can be read at once; `profile` decides
 * what is written. Opening what was not sealed here, for this place, is a fault and throws.
 */
export interface Secrets {
  encrypt(column: ColumnName, rowId: string, plain: string): Buffer
  decrypt(column: ColumnName, rowId: string, sealed: Buffer): string
  /** Whether the newest key and the profile in force wrote it; what is not current is written anew by the rotation. */
  isCurrent(sealed: Buffer): boolean
  /** 32 bytes that are equal exactly where the normalised values are: for exact look-up. Give it one form of a value only. */
  blindIndex(column: ColumnName, normalised: string): Buffer
  /** The same under every key and both profiles, newest first: `= any($1)` finds rows that a rotation has not reached. */
  blindIndexes(column: ColumnName, normalised: string): readonly Buffer[]
  /** A 32-byte key for another purpose (`session-cookie`): stable until the master key is rotated. */
  derive(purpose: string): Buffer
}

/** What one column needs under one master key version. */
interface Drawer {
  readonly keys: ColumnKeys
  readonly index: Buffer
  /** format ‖ version ‖ column: the part of the context that every row shares. */
  readonly place: Buffer
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

function headerOf(profile: Profile, version: number): Buffer {
  const header = Buffer.from([SUITES[profile].format, 0, 0])
  header.writeUInt16BE(version, 1)
  return header
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

/** Opens the cabinet of secrets. Throws a sentence where the keys cannot be right. */
export function openSecrets(options: SecretsOptions): Secrets {
  const { profile, version = 1 } = options
  const ring = ringOf(options)
  const drawerOf = keyCabinet(ring)
  const header = headerOf(profile, version)
  const newestFirst = [...ring.keys()].toSorted((a, b) => b - a)
  const profiles = [profile, profile === 'gm' ? 'international' : 'gm'] as const
  const contextOf = ({ place }: Drawer, rowId: string): Buffer => Buffer.concat([place, joined([rowId])])

  return {
    encrypt(column, rowId, plain) {
      const drawer = drawerOf(profile, version, column)
      return Buffer.concat([header, SUITES[profile].seal(drawer.keys, contextOf(drawer, rowId), Buffer.from(plain, 'utf8'))])
    },
    decrypt(column, rowId, sealed) {
      const by = profileOfFormat(sealed[0])
      if (!by || sealed.length < 3) throw new Error(`${column}: not a ciphertext of this system`)
      const drawer = drawerOf(by, sealed.readUInt16BE(1), column)
      try {
        return SUITES[by].open(drawer.keys, contextOf(drawer, rowId), sealed.subarray(3)).toString('utf8')
      } catch (cause) {
        throw new Error(`${column}: the ciphertext was altered, or belongs to another row or column`, { cause })
      }
    },
    isCurrent: (sealed) => sealed.subarray(0, 3).equals(header),
    blindIndex: (column, normalised) => mac(profile, drawerOf(profile, version, column).index, normalised),
    blindIndexes: (column, normalised) =>
      newestFirst.flatMap((under) => profiles.map((by) => mac(by, drawerOf(by, under, column).index, normalised))),
    derive: (purpose) => deriveKey(profile, options.masterKey, ['purpose', purpose]),
  }
}
