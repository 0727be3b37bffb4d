import type { PoolClient } from 'pg'
import type { DivisionChange } from './divisions-file.ts'

/** Brings merges, splits and renamings up to date. What happened stays written. */
export async function loadChanges(client: PoolClient, changes: readonly DivisionChange[]): Promise<void> {
  for (const change of changes) {
    await client.query(
      `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (from_code, valid_on, to_code) do update set
         kind = excluded.kind, from_name = excluded.from_name, source = excluded.source, is_example = excluded.is_example`,
      [change.valid_on, change.kind, change.from_code, change.from_name, change.to_code, change.source, change.is_example],
    )
  }
}
