import type pg from 'pg'

/** A table whose rows belong to places, as the catalogue of the database describes it. */
export interface TenantTable {
  readonly name: string
  /** The column that places a row: unit_code, or bureau_code where there is no other. */
  readonly placedBy: 'unit_code' | 'bureau_code'
  readonly isWhole: boolean
  /** Columns that can be written: no generated ones. */
  readonly columns: readonly string[]
  readonly uuids: readonly string[]
  readonly may: { readonly select: boolean; readonly insert: boolean; readonly delete: boolean; readonly update: readonly string[] }
}

interface Row {
  name: string
  columns: string[]
  uuids: string[]
  whole: boolean
  may_select: boolean
  may_insert: boolean
  may_delete: boolean
  may_update: string[]
}

/** Every table with a place in it that a role reaches, whether or not somebody remembered to protect it. */
export async function listTenantTables(owner: pg.Pool, role = 'guidui_app'): Promise<readonly TenantTable[]> {
  const { rows } = await owner.query<Row>(
    `
    select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as whole,
           array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '' and a.attidentity = '') as columns,
           coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype
             and a.attnum = any(array(select unnest(k.conkey) from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'))), '{}') as uuids,
           bool_or(a.attname in ('unit_code', 'bureau_code') and has_column_privilege($1, c.oid, a.attnum, 'select')) as may_select,
           has_table_privilege($1, c.oid, 'insert') as may_insert,
           has_table_privilege($1, c.oid, 'delete') as may_delete,
           coalesce(array_agg(a.attname::text) filter (where a.attgenerated = '' and has_column_privilege($1, c.oid, a.attnum, 'update')), '{}') as may_update
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
       and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'bureau_code')
       and (has_any_column_privilege($1, c.oid, 'select') or has_table_privilege($1, c.oid, 'insert'))
     group by c.oid order by 1`,
    [role],
  )
  return rows.map((row) => ({
    name: row.name,
    placedBy: row.columns.includes('unit_code') ? 'unit_code' : 'bureau_code',
    isWhole: row.whole,
    columns: row.columns,
    uuids: row.uuids,
    may: { select: row.may_select, insert: row.may_insert, delete: row.may_delete, update: row.may_update },
  }))
}
