import type { Tx } from '../../../platform/database/tx.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { nameKeys } from '../../../platform/text/name-keys.ts'
import { isOpenFile, type PersonState } from '../domain/file-state.ts'

/** Lengths of tails that are indexed: longer questions take the longest that fits and are verified. */
const TAILS = { phone: [4, 6, 8, 11], id: [4, 6, 8, 18] } as const

export type TailKind = keyof typeof TAILS

const TAIL_KINDS = {
  phone: TAILS.phone.map((size) => ({ kind: `phone${size}`, size })),
  id: TAILS.id.map((size) => ({ kind: `id${size}`, size })),
} as const

export interface SearchKey {
  readonly kind: string
  readonly key: string
}

const tailColumn = (kind: string) => `registry.search_keys.${kind}` as const
const TAIL_COLUMNS = new Map(Object.values(TAIL_KINDS).flatMap((kinds) => kinds.map(({ kind }) => [kind, tailColumn(kind)] as const)))

/** A keyed hash of a tail: whoever steals the table cannot try all ten thousand ends. */
function tailKey(secrets: Secrets, kind: string, tail: string): string {
  const column = TAIL_COLUMNS.get(kind) ?? tailColumn(kind)
  return secrets.blindIndex(column, tail).toString('base64url', 0, 17).slice(0, 22)
}

/** The key to ask with for a number's end, and whether it says all; undefined below four digits. */
export function askTail(secrets: Secrets, kind: TailKind, digits: string): { kind: string; key: string; isWhole: boolean } | undefined {
  const length = TAILS[kind].findLast((size) => size <= digits.length)
  if (length === undefined) return undefined
  const name = `${kind}${length}`
  return { kind: name, key: tailKey(secrets, name, digits.slice(-length)), isWhole: length === digits.length }
}

function tailsOf(secrets: Secrets, tail: TailKind, number: string): SearchKey[] {
  const keys: SearchKey[] = []
  for (const { kind, size } of TAIL_KINDS[tail]) {
    if (size <= number.length) keys.push({ kind, key: tailKey(secrets, kind, number.slice(-size)) })
  }
  return keys
}

/** All by which a person is found; nothing for a closed file. */
export function searchKeysOf(person: PersonState, secrets: Secrets): SearchKey[] {
  if (!isOpenFile(person)) return []
  return [
    ...nameKeys(person.name),
    ...tailsOf(secrets, 'phone', person.phone?.replace(/\D/g, '') ?? ''),
    ...tailsOf(secrets, 'id', person.citizenId),
  ]
}

/** How the whole name sounds, as written where it has no sound: the longest of its sounds. Null for a closed file. */
export function soundOf(keys: readonly SearchKey[]): string | null {
  let sound: string | null = null
  for (const { kind, key } of keys) {
    if (kind === 'pinyin' && (sound === null || key.length > sound.length || (key.length === sound.length && key < sound))) sound = key
  }
  return sound ?? keyOf(keys, 'full')
}

/** The end of the id number by which files are compared. Null for a closed file. */
export const idEndOf = (keys: readonly SearchKey[]): string | null => keyOf(keys, 'id8')

const keyOf = (keys: readonly SearchKey[], wanted: string): string | null => keys.find(({ kind }) => kind === wanted)?.key ?? null

/** Writes the keys of a person anew. */
export async function replaceSearchKeys(tx: Tx, about: { id: string; unitCode: string; keys: readonly SearchKey[] }): Promise<void> {
  await tx.query('delete from registry.search_keys where bureau_code = left($1, 6) and person_id = $2', [about.unitCode, about.id])
  await tx.query(
    `insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
     select left($1, 6), k.kind, k.key, $1, $2 from unnest($3::text[], $4::text[]) as k(kind, key)
     on conflict do nothing`,
    [about.unitCode, about.id, about.keys.map(({ kind }) => kind), about.keys.map(({ key }) => key)],
  )
}
