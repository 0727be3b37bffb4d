import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { FileId } from '../../kernel/id.ts'
import type { Actor } from '../access/actor.ts'
import type { Grant } from '../access/grants.ts'
import { isForAnother } from '../access/request-actor.ts'
import type { FindActor } from '../actions/routes.ts'
import type { Ground } from '../actions/run-action.ts'
import { withScope } from '../database/scope.ts'
import { appendLeaf } from '../journal/append-leaf.ts'
import { attachment, safeFileName } from './file-name.ts'
import { type FileKind, findOwnFile, recordFile, type StoredFile } from './file-rows.ts'
import type { FileStore } from './file-store.ts'
import { type OpenPaper, registerPapers } from './paper-routes.ts'
import { registerPhotos } from './photo-routes.ts'

const UPLOAD_LIMIT = 100 * 1_048_576

/** What one must hold, at the moment of asking, to fetch a file of a kind. */
const GRANT_OF: Readonly<Record<FileKind, Grant>> = {
  import: 'person.import',
  returned: 'person.import',
  export: 'person.export',
  photoDraft: 'visit.write',
  photo: 'visit.write',
  paperDraft: 'matter.work',
  paper: 'matter.work',
  bank: 'ledger.pay',
  bankReturn: 'ledger.pay',
}

/** What may be brought here, and is then named to the action that takes it. */
const Brought = z.object({ kind: z.enum(['import', 'bankReturn']).default('import') })

interface FileParts extends Ground {
  readonly files: FileStore
  readonly findActor: FindActor
  readonly openPaper: OpenPaper
}

/** POST /api/files takes one file (`?kind=bankReturn` one of a bank), GET /api/files/:id gives it to the account it was stored for. */
export async function registerFiles(app: FastifyInstance, parts: FileParts): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: UPLOAD_LIMIT + 1, headerPairs: 50 } })
  app.post(
    '/api/files',
    {
      config: { takesUpload: true },
      bodyLimit: UPLOAD_LIMIT + 65_536,
      schema: { summary: 'Stores one file (multipart/form-data), encrypted', operationId: 'file.upload', tags: ['file'] },
    },
    (request, reply) => upload(parts, request, reply),
  )
  app.get(
    '/api/files/:id',
    { schema: { summary: 'A stored file, to the account it was stored for', operationId: 'file.download', tags: ['file'] } },
    (request, reply) => download(parts, request, reply),
  )
  registerPhotos(app, parts)
  registerPapers(app, parts)
}

const say = (reply: FastifyReply, status: number, code: string) => reply.code(status).send({ problem: { code } })

async function upload(parts: FileParts, request: FastifyRequest, reply: FastifyReply) {
  const actor = await parts.findActor(request)
  if (!actor || isForAnother(request, actor)) return say(reply, 401, 'not-signed-in')
  const brought = Brought.safeParse(request.query)
  if (!brought.success) return say(reply, 400, 'bad-request')
  const { kind } = brought.data
  if (!actor.grants.has(GRANT_OF[kind])) return say(reply, 403, 'not-permitted')
  if (!request.isMultipart()) return say(reply, 415, 'not-multipart')
  const part = await request.file().catch(() => undefined)
  if (!part) return say(reply, 400, 'bad-request')
  const taken = await parts.files.take(part.file, { bytes: UPLOAD_LIMIT }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOSPC' || fault.code === 'EDQUOT') return undefined
    throw fault
  })
  if (!taken) return say(reply, 507, 'disk-full')
  if (!taken.ok) return reply.code(taken.refusal.code === 'file-too-large' ? 413 : 422).send({ refusal: taken.refusal })
  const name = safeFileName(part.filename, '未命名')
  const now = parts.clock.now()
  const file = { unitCode: actor.unitCode, kind, ownerId: actor.accountId, name, bytes: taken.value, now }
  const id = await withScope(parts.pool, scopeOf(actor), 'write', (tx) => recordFile(tx, file))
  const { size, contentType } = taken.value
  return reply.code(200).send({ value: { id, name, size, contentType } })
}

const scopeOf = (actor: Actor) => ({ ...actor.scope, accountId: actor.accountId })

async function download(parts: FileParts, request: FastifyRequest, reply: FastifyReply) {
  const actor = await parts.findActor(request)
  if (!actor) return say(reply, 401, 'not-signed-in')
  const asked = z.object({ id: FileId }).safeParse(request.params)
  const file = asked.success ? await openFor(parts, actor, asked.data.id) : undefined
  if (!file) return say(reply, 404, 'not-found')
  return reply
    .header('content-type', file.contentType === 'text/plain' ? 'application/octet-stream' : file.contentType)
    .header('content-disposition', attachment(file.name))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(parts.files.read(file.address), { objectMode: false }))
}

/** A roster that leaves the house leaves a leaf, each time. */
async function openFor(parts: FileParts, actor: Actor, id: FileId): Promise<StoredFile | undefined> {
  const now = parts.clock.now()
  return await withScope(parts.pool, scopeOf(actor), 'write', async (tx) => {
    const file = await findOwnFile(tx, { id, ownerId: actor.accountId, now })
    if (!file || !actor.grants.has(GRANT_OF[file.kind])) return undefined
    if (file.kind === 'export') {
      const { accountId, unitCode } = actor
      await appendLeaf(tx, { id: uuidv7(), name: 'file.fetch', unitCode, accountId, at: now, detail: { file: file.id } })
    }
    return file
  })
}
