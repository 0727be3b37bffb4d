import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type pg from 'pg'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import type { Bench } from '../open-bench.ts'
import type { Imported, Importing } from './importing-process.ts'

const connectionOf = ({ options }: pg.Pool): pg.ClientConfig => {
  const { connectionString, host, port, user, database, password } = options
  return connectionString ? { connectionString } : { host, port, user, database, password }
}

/** Imports a roster through the program's own actions and job, in a process of its own, so that its memory is its own. */
export async function importOnce({ database, config }: Bench, roster: { path: string; unitCode: UnitCode }): Promise<Imported> {
  const execArgv = ['--import', 'tsx', ...(process.env['P7_EXEC'] ? process.env['P7_EXEC'].split(' ') : [])]
  const child = fork(join(import.meta.dirname, 'importing-process.ts'), { execArgv })
  const said: { imported?: Imported } = {}
  child.once('message', (message) => {
    said.imported = message as Imported
  })
  const importing: Importing = {
    owner: connectionOf(database.ownerPool),
    app: connectionOf(database.appPool),
    dataDirectory: config.dataDirectory,
    ...roster,
  }
  child.send(importing)
  const [code] = await once(child, 'exit')
  if (!said.imported) throw new Error(`the import broke (exit code ${code})`)
  return said.imported
}
