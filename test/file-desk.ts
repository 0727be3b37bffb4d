import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../src/platform/access/actor.ts'
import { refuseCrossSite } from '../src/platform/access/cross-site.ts'
import { type OpenPaper, openFileStore, registerFiles } from '../src/platform/files/index.ts'
import { openServer } from '../src/platform/http/server.ts'
import { openTestDatabase } from './database/clone.ts'
import { divisions, ground } from './world.ts'

/** As small as a JPEG can be: a table, a place (APP1), a scan and the end. */
export const PHOTO = Buffer.from('ffd8ffdb00047461ffe100044750ffda000473637069ffd9', 'hex')

/** A form with one file, as the pages send it. */
export const formOf = (bytes: Buffer, name = '签到表.pdf') => ({
  headers: { 'x-guidui-upload': '1', 'content-type': 'multipart/form-data; boundary=two' },
  payload: Buffer.concat([
    Buffer.from(`--two\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`),
    bytes,
    Buffer.from('\r\n--two--\r\n'),
  ]),
})

/** A database of a test file's own behind a server that takes files and shows them to these people, and to nobody else. */
export async function openFileDesk<Name extends string>(people: Readonly<Record<Name, Actor>>, openPaper: OpenPaper) {
  const database = await openTestDatabase()
  await divisions(database)
  const on = ground(database)
  const directory = await mkdtemp(join(tmpdir(), 'guidui-files-'))
  const files = await openFileStore({ directory, secrets: on.secrets })
  const app = await openServer({ secure: false, log: () => undefined })
  app.addHook('onRequest', refuseCrossSite)
  const findActor = async ({ headers }: { headers: object }) => people[(headers as { 'x-who': Name })['x-who']]
  await registerFiles(app, { ...on, files, findActor, openPaper })

  /** Sends a form to an address, with more headers where they are asked for. */
  const send = (who: Name, url: string, { headers, payload }: { headers: object; payload: Buffer }) =>
    app.inject({ method: 'POST', url, headers: { ...headers, 'x-who': who }, payload })
  const look = (who: Name, id: string) => app.inject({ method: 'GET', url: `/api/papers/${id}`, headers: { 'x-who': who } })

  async function close(): Promise<void> {
    await app.close()
    await database.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { database, on, send, look, close }
}
