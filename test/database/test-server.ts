import pg from 'pg'

/** Where the tests' databases are: what the set-up tells every worker. */
export interface TestServer {
  /** As the owner, on a database that is not the tests'. */
  readonly adminUrl: string
  /** Every database of this run begins with it. */
  readonly prefix: string
  /** Migrated and empty; nobody may be connected to it while it is cloned. */
  readonly template: string
  /** Of the login role of the template, which logs in to every clone. */
  readonly appPassword: string
  /** How a database is copied most cheaply: file by file where the files are in memory, else by way of the log. */
  readonly copyBy: 'file_copy' | 'wal_log'
}

/** The same server and role, another database. */
export function onDatabase(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

/** Runs one statement on the server, beside all tests. */
export async function asAdmin(adminUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  return client.query(statement).finally(() => client.end())
}

/** Drops what a run has left: every database with its prefix, and its login roles. */
export async function dropDatabases(adminUrl: string, prefix: string, roles: readonly string[]): Promise<void> {
  const { rows } = await asAdmin(adminUrl, `select datname from pg_database where starts_with(datname, ${pg.escapeLiteral(prefix)})`)
  for (const { datname } of rows as { datname: string }[])
    await asAdmin(adminUrl, `drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  for (const role of roles) await asAdmin(adminUrl, `drop role if exists ${pg.escapeIdentifier(role)}`)
}
