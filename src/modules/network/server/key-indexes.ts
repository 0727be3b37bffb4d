import type { PoolClient } from 'pg'

/** The indexes of network.division_keys, as its migration makes them: a test holds the two together. */
const INDEXES = [
  'create index division_keys_one_idx on network.division_keys (left(key, 1), rank, code)',
  "create index division_keys_two_idx on network.division_keys (left(key, 2), rank, code) where key < '一'",
  'alter table network.division_keys add constraint division_keys_pkey primary key (key, rank, code)',
] as const

/** Empties the keys and takes their indexes off, inside the caller's transaction: readers wait, and see the old keys if it fails. */
export async function dropKeyIndexes(client: PoolClient): Promise<void> {
  await client.query('truncate network.division_keys')
  await client.query('alter table network.division_keys drop constraint division_keys_pkey')
  await client.query('drop index network.division_keys_one_idx, network.division_keys_two_idx')
}

export async function createKeyIndexes(client: PoolClient): Promise<void> {
  await client.query("set local maintenance_work_mem = '256MB'")
  for (const index of INDEXES) await client.query(index)
}
