import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FileId } from '../src/kernel/id.ts'
import { cancelImport, getImport, type Import, type ImportStatus, runImport, startImport } from '../src/modules/registry/contract.ts'
import { jobs } from '../src/modules/registry/index.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import type { Answer } from '../src/platform/actions/answer.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { type FileStore, openFileStore, recordFile } from '../src/platform/files/index.ts'
import { installJobs, startJobs } from '../src/platform/jobs/jobs.ts'
import { openTestDatabase, type TestDatabase } from './database/clone.ts'
import { act, divisions, ground as groundOf, see, value } from './world.ts'

export interface ImportWorld extends TestDatabase {
  readonly ground: Ground & { readonly files: FileStore }
  /** Stores a file as an upload of an account. */
  upload(who: Actor, name: string, bytes: Buffer): Promise<FileId>
  /** Looks at an upload; gives what the action answered. */
  start(who: Actor, file: { name: string; bytes: Buffer }): Promise<Answer>
  run(who: Actor, importId: string): Promise<Answer>
  cancel(who: Actor, importId: string): Promise<Answer>
  get(who: Actor, importId: string): Promise<Import>
  /** Waits until an import is in one of the states. */
  settled(who: Actor, importId: string, ...states: ImportStatus[]): Promise<Import>
  startJobs(): ReturnType<typeof startJobs>
}

/** A database (a clone of the template where none is given), a file store and the queue, with the few divisions of the tests. */
export async function openImportWorld(given?: TestDatabase, place?: string): Promise<ImportWorld> {
  const database = given ?? (await openTestDatabase())
  const directory = place ?? (await mkdtemp(join(tmpdir(), 'guidui-import-')))
  const spine = groundOf(database)
  const files = await openFileStore({ directory, secrets: spine.secrets })
  const ground = { ...spine, files }
  await divisions(database)
  await installJobs(database.ownerPool)

  const upload: ImportWorld['upload'] = async (who, name, bytes) => {
    const taken = await files.take(piece(bytes))
    if (!taken.ok) throw new Error(taken.refusal.code)
    const file = {
      unitCode: who.unitCode,
      kind: 'import' as const,
      ownerId: who.accountId,
      name,
      bytes: taken.value,
      now: ground.clock.now(),
    }
    return await withScope(database.appPool, who.scope, 'write', (tx) => recordFile(tx, file))
  }
  const get: ImportWorld['get'] = async (who, importId) => value(await see(ground, who, { name: getImport.name, input: { importId } }))
  return {
    ...database,
    ground,
    upload,
    get,
    start: async (who, { name, bytes }) =>
      act(ground, who, { name: startImport.name, input: { fileId: await upload(who, name, bytes), unitCode: who.unitCode } }),
    run: (who, importId) => act(ground, who, { name: runImport.name, input: { importId } }),
    cancel: (who, importId) => act(ground, who, { name: cancelImport.name, input: { importId } }),
    async settled(who, importId, ...states) {
      for (;;) {
        const now = await get(who, importId)
        if (states.includes(now.status) && (now.status === 'running' || now.finishedAt !== null)) return now
        await sleep(100)
      }
    },
    startJobs: () => startJobs({ ownerPool: database.ownerPool, ground, jobs, log: (line) => process.stderr.write(`${line}\n`) }),
    close: async () => {
      await database.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function* piece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
