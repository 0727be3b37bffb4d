import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { UnitCode } from '../../../src/kernel/region-code.ts'
import memory from '../../../tools/memory.json' with { type: 'json' }
import { connectionOf } from '../connection-of.ts'
import type { Bench } from '../open-bench.ts'
import type { Imported, Importing } from './importing-process.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')

/**
 * The importing process as it is built for use: from source each of its threads would load a compiler first, and the
 * memory and the seconds measured would be the compiler's.
 */
async function buildProcess(): Promise<string> {
  await promisify(execFile)(process.execPath, [TSC, '-p', join(ROOT, 'tsconfig.bench.json'), '--noCheck'])
  return join(ROOT, 'dist/bench/support/import/importing-process.js')
}

let built: Promise<string> | undefined

/** Imports a roster through the program's own actions and job, in a process of its own that is started as the program is: so its memory is its own. */
export async function importOnce({ database, config }: Bench, roster: { path: string; unitCode: UnitCode }): Promise<Imported> {
  built ??= buildProcess()
  const child = fork(await built, { execArgv: memory.flags, env: { ...process.env, ...memory.environment } })
  const said: { imported?: Imported } = {}
  child.once('message', (message) => {
    said.imported = message as Imported
  })
  const importing: Importing = {
    owner: connectionOf(database.ownerPool),
    app: connectionOf(database.appPool),
    dataDirectory: config.dataDirectory,
    keyFile: config.masterKeyFile,
    ...roster,
  }
  child.send(importing)
  const [code] = await once(child, 'exit')
  if (!said.imported) throw new Error(`the import broke (exit code ${code})`)
  return said.imported
}
