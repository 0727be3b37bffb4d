import type { ClientConfig, Pool } from 'pg'

/** How a pool connects, for a process that is given no pool: what it was made with, and nothing that cannot be sent. */
export function connectionOf(pool: Pool): ClientConfig {
  const { connectionString, host, port, user, database, password } = (pool as unknown as { options: ClientConfig }).options
  return connectionString ? { connectionString } : { host, port, user, database, password }
}
