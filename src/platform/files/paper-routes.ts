import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FileId } from '../../kernel/id.ts'
import { type Actor, scopeOf } from '../access/actor.ts'
import type { Grant } from '../access/grants.ts'
import { isForAnother } from '../access/request-actor.ts'
import type { FindActor } from '../actions/routes.ts'
import { type Ground, poolOf } from '../actions/run-action.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'
import { barePaper } from './bare-paper.ts'
import { barePhoto } from './bare-photo.ts'
import { attachment } from './file-name.ts'
import { recordFile } from './file-rows.ts'
import type { FileStore } from './file-store.ts'
import { measurePhoto } from './measure-photo.ts'
import { findPaper, nameOf } from './paper-rows.ts'

/** A scan of twenty pages; a photo is drawn smaller before it comes. */
const PAPER_LIMIT = 10 * 1_048_576

/** Says whether somebody may read what a paper was given in, and writes down that they did. */
export type OpenPaper = (tx: Tx, asked: { actor: Actor; fileId: string; now: string }) => Promise<boolean>

interface PaperParts extends Ground {
  readonly files: FileStore
  readonly findActor: FindActor
  readonly openPaper: OpenPaper
}

/** Where papers come in, and what one must hold: an office by one door for matters and one for its work record, a person on /me by another. */
const DOORS = [
  { path: '/api/papers', grant: 'matter.work', operationId: 'paper.upload' },
  { path: '/api/evidence', grant: 'work.write', operationId: 'paper.uploadEvidence' },
  { path: '/api/me/files', grant: 'own.write', operationId: 'paper.uploadMine' },
] as const

/**
 * POST /api/papers, /api/evidence and /api/me/files take one paper as a draft of the account; GET /api/papers/:id shows it to
 * those who may read the matter or the record that it was given in.
 */
export function registerPapers(app: FastifyInstance, parts: PaperParts): void {
  for (const { path, grant, operationId } of DOORS)
    app.post(
      path,
      {
        config: { takesUpload: true },
        bodyLimit: PAPER_LIMIT + 65_536,
        schema: { summary: 'Stores one paper (JPEG or PDF, multipart/form-data), encrypted', operationId, tags: ['file'] },
      },
      (request, reply) => upload(parts, { request, grant }, reply),
    )
  app.get(
    '/api/papers/:id',
    { schema: { summary: 'A paper of a matter, or of a record of work', operationId: 'paper.download', tags: ['file'] } },
    (request, reply) => download(parts, request, reply),
  )
}

const say = (reply: FastifyReply, status: number, code: string) => reply.code(status).send({ problem: { code } })

async function upload(parts: PaperParts, { request, grant }: { request: FastifyRequest; grant: Grant }, reply: FastifyReply) {
  const actor = await parts.findActor(request, grant)
  if (!actor || isForAnother(request, actor)) return say(reply, 401, 'not-signed-in')
  if (!actor.grants.has(grant)) return say(reply, 403, 'not-permitted')
  if (!request.isMultipart()) return say(reply, 415, 'not-multipart')
  const part = await request.file({ limits: { fileSize: PAPER_LIMIT + 1 } }).catch(() => undefined)
  if (!part) return say(reply, 400, 'bad-request')
  // An upload that breaks off half-way ends here, with nothing stored.
  const bytes = await part.toBuffer().catch(() => undefined)
  if (!bytes || bytes.length > PAPER_LIMIT) return reply.code(413).send({ refusal: { code: 'file-too-large', limit: PAPER_LIMIT } })
  const paper = barePaper(bytes)
  if (!paper) return reply.code(422).send({ refusal: { code: 'not-a-paper' } })
  const taken = await parts.files.take(Readable.from([paper])).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOSPC' || fault.code === 'EDQUOT') return undefined
    throw fault
  })
  if (!taken?.ok) return say(reply, 507, 'disk-full')
  const { unitCode, accountId } = actor
  const name = nameOf(taken.value.contentType)
  const draft = {
    unitCode,
    kind: 'paperDraft' as const,
    ownerId: accountId,
    name,
    bytes: taken.value,
    photo: measured(paper),
    now: parts.clock.now(),
  }
  const id = await withScope(poolOf(parts, actor), scopeOf(actor), 'write', (tx) => recordFile(tx, draft))
  return reply.code(200).send({ value: { id } })
}

/** A picture says its size; a PDF has none. */
const measured = (paper: Buffer) => (barePhoto(paper) ? measurePhoto(paper) : undefined)

async function download(parts: PaperParts, request: FastifyRequest, reply: FastifyReply) {
  const actor = await parts.findActor(request)
  if (!actor) return say(reply, 401, 'not-signed-in')
  const asked = z.object({ id: FileId }).safeParse(request.params)
  const now = parts.clock.now()
  const paper =
    asked.success &&
    (await withScope(parts.pool, { ...actor.scope, accountId: actor.accountId }, 'write', async (tx) => {
      const found = await findPaper(tx, { id: asked.data.id, now })
      return found && (await parts.openPaper(tx, { actor, fileId: asked.data.id, now })) ? found : undefined
    }))
  if (!paper) return say(reply, 404, 'not-found')
  // A picture is only ever drawn; a PDF may hold a program, and is opened by the reader's own hand.
  const isPicture = paper.contentType === 'image/jpeg'
  return reply
    .header('content-type', paper.contentType)
    .header('content-disposition', isPicture ? 'inline' : attachment(nameOf(paper.contentType)))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(parts.files.read(paper.address), { objectMode: false }))
}
