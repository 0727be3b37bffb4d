import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { Division } from '../contract.ts'
import { ancestorCodes } from '../domain/natural-tree.ts'

/** A division as its columns say; `infinity` at either end becomes null. */
export interface DivisionColumns {
  readonly code: RegionCode
  readonly name: string
  readonly short_name: string
  readonly tier: Division['tier']
  readonly parent_code: RegionCode | null
  readonly valid_from: PlainDate | null
  readonly valid_to: PlainDate | null
}

export const DIVISION_COLUMNS = `d.code, d.name, d.short_name, d.tier, d.parent_code,
  nullif(d.valid_from, '-infinity') as valid_from, nullif(d.valid_to, 'infinity') as valid_to`

export const divisionOf = (row: DivisionColumns): Division => ({
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  tier: row.tier,
  parentCode: row.parent_code ?? undefined,
  validFrom: row.valid_from ?? undefined,
  validTo: row.valid_to ?? undefined,
})

/** A division by its code, whether it still stands or not. A pseudo node is none. */
export async function findDivision(tx: Tx, code: string): Promise<Division | undefined> {
  const { rows } = await tx.query<DivisionColumns>(
    `select ${DIVISION_COLUMNS} from network.divisions d where d.code = $1 and not d.is_pseudo`,
    [code],
  )
  return rows[0] && divisionOf(rows[0])
}

/** The divisions directly below a place on a day, in the order of their codes; natural ones, so 重庆 has 38 districts and counties. */
export async function listChildren(tx: Tx, code: RegionCode, on: PlainDate): Promise<Division[]> {
  const { rows } = await tx.query<DivisionColumns>(
    `select ${DIVISION_COLUMNS} from network.divisions d
     where d.parent_code = $1 and not d.is_pseudo and d.valid_from <= $2 and d.valid_to > $2
     order by d.code`,
    [code, on],
  )
  return rows.map(divisionOf)
}

/** A division and those above it, from the province down; empty where there is no such division. */
export async function getPath(tx: Tx, code: RegionCode): Promise<Division[]> {
  const { rows } = await tx.query<DivisionColumns>(
    `select ${DIVISION_COLUMNS} from network.divisions d where d.code = any($1) and not d.is_pseudo order by d.code`,
    [[...ancestorCodes(code), code]],
  )
  return rows.at(-1)?.code === code ? rows.map(divisionOf) : []
}

/** The names of divisions and of those above them, in the order of their codes. Unknown codes have none. */
export async function listNames(tx: Tx, codes: readonly RegionCode[]): Promise<{ code: RegionCode; name: string; parentName?: string }[]> {
  const { rows } = await tx.query<{ code: RegionCode; name: string; parent_name: string | null }>(
    `select d.code, d.name, p.name as parent_name
     from network.divisions d left join network.divisions p on p.code = d.parent_code
     where d.code = any($1) and not d.is_pseudo order by d.code`,
    [codes],
  )
  return rows.map(({ code, name, parent_name }) => ({ code, name, ...(parent_name === null ? {} : { parentName: parent_name }) }))
}

/**
 * What has become of a division by a day: itself while it stands, else those it went into, followed through every
 * merge and split; empty where it was abolished or is unknown.
 */
export async function listSuccessors(tx: Tx, code: RegionCode, on: PlainDate): Promise<Division[]> {
  const { rows } = await tx.query<DivisionColumns>(
    `with recursive became (code) as (
       select $1::text collate "C"
       union
       select c.to_code from became b
         join network.divisions d on d.code = b.code and d.valid_to <= $2
         join network.division_changes c on c.from_code = b.code and c.valid_on <= $2 and c.to_code <> ''
     )
     select ${DIVISION_COLUMNS} from network.divisions d
     where d.code in (select code from became) and d.valid_from <= $2 and d.valid_to > $2
     order by d.code`,
    [code, on],
  )
  return rows.map(divisionOf)
}

/** The name a code bore on a day: a code may outlive a merge under another name (500111 was 双桥区 until 2011-12-25). */
export async function findNameOn(tx: Tx, code: RegionCode, on: PlainDate): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    `select coalesce(
       (select c.from_name from network.division_changes c where c.from_code = d.code and c.valid_on > $2 order by c.valid_on limit 1),
       d.name) as name
     from network.divisions d where d.code = $1 and not d.is_pseudo`,
    [code, on],
  )
  return rows[0]?.name
}
