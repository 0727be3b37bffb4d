import { createHash } from 'node:crypto'
import { maskAddress, maskCitizenId, maskName, maskPhone } from '../../../../kernel/mask.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { bareName, nameKeys } from '../../../../platform/text/name-keys.ts'
import type { PersonRow } from '../../contract.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'
import { openField } from '../rows/person-row.ts'

type Packed = PersonRow & { readonly version: number; readonly keys: readonly string[] }

const SOUNDS = new Set(['pinyin', 'initials'])

/** The longest part of a name that somebody types. */
const LONGEST_PART = 6

/**
 * The living files of a unit as a device carries them along: masked to look at, with what they are found by. Of a name, a
 * phone or an id number nothing travels but short keyed sums of the parts that may be typed (`salt` is the device's own).
 */
export async function packedPeople(
  context: Pick<ViewContext, 'tx' | 'secrets' | 'today'>,
  asked: { unitCode: UnitCode; limit: number; salt: string },
): Promise<Packed[]> {
  const { lo, hi } = rangeOf(asked.unitCode)
  const { rows } = await context.tx.query<ListedColumns & { version: number }>(
    `select ${LISTED_COLUMNS}, p.version from registry.people p
      where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active' order by p.unit_code, p.id limit $3`,
    [lo, hi, asked.limit],
  )
  return rows.map((row) => ({
    ...maskedRow(row, context),
    version: row.version,
    keys: partsOf(row, context).map((part) => packedKey(asked.salt, part)),
  }))
}

function partsOf(row: ListedColumns, { secrets }: Pick<ViewContext, 'secrets'>): string[] {
  const [phone, citizenId] = [openField(secrets, 'phone', row)?.replace(/\D/g, '') ?? '', openField(secrets, 'citizen_id', row) ?? '']
  const sounds = nameKeys(row.name).flatMap(({ kind, key }) => (SOUNDS.has(kind) ? beginnings(key) : []))
  const tails = [phone, citizenId].filter((number) => number.length >= 4).map((number) => number.slice(-4).toLowerCase())
  return [...new Set([...pieces([...bareName(row.name)]), ...sounds, ...tails])]
}

const beginnings = (word: string): string[] => Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1))

const pieces = (name: readonly string[]): string[] =>
  name.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_PART, name.length - from) }, (__, size) => name.slice(from, from + size + 1).join('')),
  )

/** 48 bits of SHA-256: enough to tell the people of a village apart, too little to be a register of names. */
export const packedKey = (salt: string, part: string): string =>
  createHash('sha256').update(`${salt} ${part}`).digest('base64url').slice(0, 8)

const MASKS: Readonly<Record<string, (value: string) => string>> = {
  name: maskName,
  citizenId: maskCitizenId,
  phone: maskPhone,
  address: maskAddress,
  bankCard: (value) => `****${value.slice(-4)}`,
}

/** A field of a file as somebody may be shown it who chooses between two versions. */
export const maskedField = (field: string, value: unknown): string | null =>
  value === null || value === undefined ? null : (MASKS[field] ?? String)(String(value))
