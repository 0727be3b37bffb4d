import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FileId } from '../../kernel/id.ts'
import { isForAnother } from '../access/request-actor.ts'
import type { FindActor } from '../actions/routes.ts'
import type { Ground } from '../actions/run-action.ts'
import { withScope } from '../database/scope.ts'
import { recordFile, recordOnce } from './file-rows.ts'
import type { FileStore } from './file-store.ts'
import { PHOTO_LIMIT, photoDraft, takePhoto } from './photo-draft.ts'
import { findPhoto } from './photo-rows.ts'

interface PhotoParts extends Ground {
  readonly files: FileStore
  readonly findActor: FindActor
}

/**
 * POST /api/photos takes one JPEG as a draft of the account, without what a camera writes beside the picture; with an
 * `idempotency-key` of the client's the draft gets that id, once, and only if the bytes are those of `x-guidui-sha256`;
 * GET /api/photos/:id shows a draft to its account, and a photo of a visit to those who may read notes at its unit.
 */
export function registerPhotos(app: FastifyInstance, parts: PhotoParts): void {
  app.post(
    '/api/photos',
    {
      config: { takesUpload: true },
      bodyLimit: PHOTO_LIMIT + 65_536,
      schema: {
        summary: 'Stores one photo (JPEG, multipart/form-data), encrypted, without place and time',
        operationId: 'photo.upload',
        tags: ['file'],
      },
    },
    (request, reply) => upload(parts, request, reply),
  )
  app.get(
    '/api/photos/:id',
    { schema: { summary: 'A photo of a visit', operationId: 'photo.download', tags: ['file'] } },
    (request, reply) => download(parts, request, reply),
  )
}

const say = (reply: FastifyReply, status: number, code: string) => reply.code(status).send({ problem: { code } })

async function upload(parts: PhotoParts, request: FastifyRequest, reply: FastifyReply) {
  const actor = await parts.findActor(request)
  if (!actor || isForAnother(request, actor)) return say(reply, 401, 'not-signed-in')
  if (!actor.grants.has('visit.write')) return say(reply, 403, 'not-permitted')
  if (!request.isMultipart()) return say(reply, 415, 'not-multipart')
  const own = z
    .object({
      'idempotency-key': FileId.optional(),
      'x-guidui-sha256': z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    })
    .safeParse(request.headers)
  if (!own.success) return say(reply, 400, 'bad-request')
  const part = await request.file({ limits: { fileSize: PHOTO_LIMIT + 1 } }).catch(() => undefined)
  if (!part) return say(reply, 400, 'bad-request')
  const bytes = await part.toBuffer().catch(() => undefined)
  if (!bytes || bytes.length > PHOTO_LIMIT) return reply.code(413).send({ refusal: { code: 'file-too-large', limit: PHOTO_LIMIT } })
  // Half a picture is none: nothing is stored, and it comes again.
  const sum = own.data['x-guidui-sha256']
  if (sum !== undefined && createHash('sha256').update(bytes).digest('hex') !== sum) return say(reply, 400, 'bad-request')
  const taken = await takePhoto(parts.files, bytes).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOSPC' || fault.code === 'EDQUOT') return undefined
    throw fault
  })
  if (!taken) return say(reply, 507, 'disk-full')
  if (!taken.ok) return reply.code(422).send({ refusal: taken.refusal })
  const { accountId, scope } = actor
  const draft = photoDraft(actor, { bytes: taken.value, now: parts.clock.now() })
  const given = own.data['idempotency-key']
  const id = await withScope(parts.pool, { ...scope, accountId }, 'write', (tx) =>
    given === undefined ? recordFile(tx, draft) : recordOnce(tx, { ...draft, id: given }),
  )
  return id === undefined ? say(reply, 422, 'id-reused') : reply.code(200).send({ value: { id } })
}

async function download(parts: PhotoParts, request: FastifyRequest, reply: FastifyReply) {
  const actor = await parts.findActor(request)
  if (!actor) return say(reply, 401, 'not-signed-in')
  const asked = z.object({ id: FileId }).safeParse(request.params)
  if (!asked.success || !actor.grants.has('visit.write')) return say(reply, 404, 'not-found')
  const { scope, accountId } = actor
  const photo = await withScope(parts.pool, { ...scope, accountId }, 'read', (tx) =>
    findPhoto(tx, { id: asked.data.id, ownerId: accountId, now: parts.clock.now() }),
  )
  if (!photo) return say(reply, 404, 'not-found')
  return reply
    .header('content-type', 'image/jpeg')
    .header('content-disposition', 'inline')
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(parts.files.read(photo.address), { objectMode: false }))
}
