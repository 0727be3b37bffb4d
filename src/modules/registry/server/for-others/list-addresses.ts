import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { openField } from '../rows/person-row.ts'

export interface Address {
  readonly householdRegion: string
  readonly address: string | null
}

/** Where the people of open files live, by their ids: of whoever is in the transaction's range. */
export async function listAddresses(from: { tx: Tx; secrets: Secrets }, personIds: readonly string[]): Promise<Map<string, Address>> {
  const { rows } = await from.tx.query<{ id: string; household_region: string; address: Buffer | null }>(
    "select id, household_region, address from registry.people where id = any($1::uuid[]) and status <> 'transferred'",
    [personIds],
  )
  return new Map(rows.map((row) => [row.id, { householdRegion: row.household_region, address: openField(from.secrets, 'address', row) }]))
}
