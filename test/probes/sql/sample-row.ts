import type pg from 'pg'
import type { TenantTable } from './tenant-tables.ts'

/** A row of a table under fresh ids, as the owner finds it. */
export async function sampleRow(owner: pg.Pool, { name, uuids }: TenantTable, where: string): Promise<object | undefined> {
  const { rows } = await owner.query<{ row: Record<string, unknown>; ids: string[] }>(
    `select to_jsonb(t) as row, array(select gen_random_uuid()::text from generate_series(1, ${uuids.length})) as ids from ${name} t where ${where} limit 1`,
  )
  const found = rows[0]
  return found && { ...found.row, ...Object.fromEntries(uuids.map((column, at) => [column, found.ids[at]])) }
}

/** The statement that puts a row in again, which it takes as JSON. */
export function insertAgain({ name, columns }: TenantTable): string {
  const list = columns.map((column) => `"${column}"`).join(', ')
  return `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1::jsonb)`
}
