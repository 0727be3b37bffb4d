import { maskAddress, maskCitizenId, maskName, maskPhone } from '../../../kernel/mask.ts'
import { rangeOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { bareName, nameKeys } from '../../../platform/text/name-keys.ts'
import type { PersonRow } from '../contract.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from './masking.ts'
import { openField } from './person-row.ts'

type Packed = PersonRow & { readonly version: number; readonly keys: readonly string[] }

const NAMED = new Set(['pinyin', 'initials'])

/** The living files of a unit as a device carries them along: masked to look at, with what they are found by. */
export async function packedPeople(
  context: Pick<ViewContext, 'tx' | 'secrets' | 'today'>,
  asked: { unitCode: UnitCode; limit: number },
): Promise<Packed[]> {
  const { lo, hi } = rangeOf(asked.unitCode)
  const { rows } = await context.tx.query<ListedColumns & { version: number }>(
    `select ${LISTED_COLUMNS}, p.version from registry.people p
      where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active' order by p.unit_code, p.id limit $3`,
    [lo, hi, asked.limit],
  )
  return rows.map((row) => ({ ...maskedRow(row, context), version: row.version, keys: keysOf(row, context) }))
}

function keysOf(row: ListedColumns, { secrets }: Pick<ViewContext, 'secrets'>): string[] {
  const [phone, citizenId] = [openField(secrets, 'phone', row)?.replace(/\D/g, '') ?? '', openField(secrets, 'citizen_id', row) ?? '']
  const sounds = nameKeys(row.name).flatMap(({ kind, key }) => (NAMED.has(kind) ? [key] : []))
  const tails = [phone, citizenId].filter((number) => number.length >= 4).map((number) => number.slice(-4).toLowerCase())
  return [bareName(row.name), ...sounds, ...tails]
}

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
