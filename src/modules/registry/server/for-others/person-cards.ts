import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { PersonRow } from '../../contract.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'
import { peopleById } from '../rows/people-by-id.ts'

/** Where the files of persons lie: only of those in the transaction's range, and not handed over. */
export async function findPersonUnits(tx: Tx, personIds: readonly string[]): Promise<Map<string, UnitCode>> {
  const { rows } = await tx.query<{ id: string; unit_code: UnitCode }>(
    peopleById('p.id, p.unit_code', "p.status in ('active', 'deceased')"),
    [personIds],
  )
  return new Map(rows.map((row) => [row.id, row.unit_code]))
}

/** A person as lists show one: masked. */
export type PersonCard = PersonRow

/** Persons as lists show them, masked, by id: only those in the transaction's range. */
export async function personCards(
  context: Pick<ViewContext, 'tx' | 'secrets' | 'today'>,
  personIds: readonly string[],
): Promise<Map<string, PersonCard>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await context.tx.query<ListedColumns>(peopleById(LISTED_COLUMNS, "p.status <> 'transferred'"), [personIds])
  return new Map(rows.map((row) => [row.id, maskedRow(row, context)]))
}

/** A file and those that were merged into it: what was recorded for one of them was recorded for the person. */
export async function listFileIds(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select p.id from registry.people p where p.id = $1 and p.status <> 'transferred'
     union all select m.id from registry.people p join registry.people m on m.bureau_code = p.bureau_code and m.merged_into = p.id where p.id = $1`,
    [personId],
  )
  return rows.map(({ id }) => id)
}
