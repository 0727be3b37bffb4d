import { textColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Sealing } from '../../../../platform/secrets/secrets.ts'
import { type NameKey, nameKeys } from '../../../../platform/text/name-keys.ts'
import { isOpenFile, type PersonState } from '../../domain/file-state.ts'

/** Lengths of tails that are known by a hash: a longer question is compared with the number itself. */
const TAILS = { phone: [4, 6], id: [4, 6, 8] } as const

export type TailKind = keyof typeof TAILS

/** Where the tails of a number stand in registry.people, the shortest first: so the beginning of one answers for all. */
export const TAIL_COLUMNS = { phone: 'phone_tail', id: 'id_end' } as const satisfies Record<TailKind, string>

export type SearchKey = NameKey

/** 48 bits of a keyed hash: whoever steals the table cannot try all ten thousand ends, and no two of them meet by chance. */
function tailHash(secrets: Sealing, tail: TailKind, digits: string): string {
  return secrets.blindIndex(`registry.search_keys.${tail}${digits.length}`, digits).toString('base64url', 0, 6)
}

/** The hashes of a number's ends, one behind the other; null for a number too short to end in any. */
export function tailsOf(secrets: Sealing, tail: TailKind, number: string): string | null {
  const sizes = TAILS[tail].filter((size) => size <= number.length)
  return sizes.length === 0 ? null : sizes.map((size) => tailHash(secrets, tail, number.slice(-size))).join('')
}

/** What the tails of whoever is meant by a number's end begin with, and whether that says all; undefined below four digits. */
export function askTail(secrets: Sealing, tail: TailKind, digits: string): { begins: string; isWhole: boolean } | undefined {
  const begins = tailsOf(secrets, tail, digits)
  return begins === null ? undefined : { begins, isWhole: TAILS[tail].some((size) => size === digits.length) }
}

/** The keys by which a person's name is found; nothing for a closed file. */
export const searchKeysOf = (person: PersonState): readonly SearchKey[] => (isOpenFile(person) ? nameKeys(person.name) : [])

/** How the whole name sounds, as written where it has no sound: the longest of its sounds. Null for a closed file. */
export function soundOf(keys: readonly SearchKey[]): string | null {
  let sound: string | null = null
  for (const { kind, key } of keys) {
    if (kind === 'pinyin' && (sound === null || key.length > sound.length || (key.length === sound.length && key < sound))) sound = key
  }
  return sound ?? keys.find(({ kind }) => kind === 'full')?.key ?? null
}

interface Keyed {
  readonly id: string
  readonly unitCode: string
  readonly keys: readonly SearchKey[]
}

/** Writes the keys of a person who has none yet. */
export async function insertSearchKeys(tx: Tx, { id, unitCode, keys }: Keyed): Promise<void> {
  if (keys.length === 0) return
  await tx.query(
    `insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
     select left($1, 6), k.kind, k.key, $1, $2 from unnest($3::text[], $4::text[]) as k(kind, key)`,
    [unitCode, id, textColumn(keys.map(({ kind }) => kind)), textColumn(keys.map(({ key }) => key))],
  )
}

/** Writes the keys of a person anew: a name was corrected, a file closed or opened again. It reads through the keys of the bureau. */
export async function replaceSearchKeys(tx: Tx, keyed: Keyed): Promise<void> {
  await tx.query('delete from registry.search_keys where bureau_code = left($1, 6) and person_id = $2', [keyed.unitCode, keyed.id])
  await insertSearchKeys(tx, keyed)
}
