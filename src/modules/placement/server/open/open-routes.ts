import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listPublished } from './board.ts'
import { openBoards } from './boards.ts'

const STAY_AWAKE_MS = 20_000

/** What is published is read by anybody; what is asked here is asked of published rows only. */
const inPublic = <T>(pool: Pool, run: (tx: Tx) => Promise<T>): Promise<T> => withScope(pool, { lo: '0', hi: ':' }, 'read', run)

const RoundId = z.uuid()

const notFound = (reply: FastifyReply) => reply.code(404).send({ problem: { code: 'not-found' } })

/**
 * The public doors of rounds, without a sign-in: the list of commitments, the board, the board as it changes, the record.
 * They say what the room sees: places in the order, masked names while it runs, never a person's id.
 */
export function registerOpenRounds(app: FastifyInstance, { pool }: { pool: Pool }): void {
  const boards = openBoards((run) => inPublic(pool, run))
  app.addHook('onClose', async () => boards.stop())

  app.get('/api/open/rounds', { schema: { summary: 'Rounds whose commitment has been published' } }, async () => ({
    rounds: await inPublic(pool, listPublished),
  }))

  app.get<{ Params: { id: string } }>('/api/open/rounds/:id', { schema: { summary: 'The board of a round' } }, async (request, reply) => {
    const board = RoundId.safeParse(request.params.id).success ? await boards.read(request.params.id) : undefined
    return board === undefined ? notFound(reply) : reply.type('application/json; charset=utf-8').send(board.text)
  })

  app.get<{ Params: { id: string } }>(
    '/api/open/rounds/:id/record',
    { schema: { summary: 'The whole record of a closed round' } },
    async (request, reply) => {
      const record = RoundId.safeParse(request.params.id).success
        ? await inPublic(pool, (tx) => findRecord(tx, request.params.id))
        : undefined
      if (record === undefined) return notFound(reply)
      reply.header('content-disposition', `attachment; filename="record-${request.params.id}.json"`)
      return reply.type('application/json; charset=utf-8').send(record)
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/open/rounds/:id/live',
    { schema: { summary: 'Server-sent events: the board, whole, as often as it changes' } },
    async (request, reply) => {
      const { id } = request.params
      const board = RoundId.safeParse(id).success ? await boards.read(id) : undefined
      if (board === undefined) return notFound(reply)
      reply.hijack()
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      const write = (text: string) => reply.raw.write(text)
      const tell = (text: string) => void write(`event: board\ndata: ${text}\n\n`)
      tell(board.text)
      const leave = boards.follow(id, { told: board.version, tell })
      const awake = setInterval(() => write(': awake\n\n'), STAY_AWAKE_MS)
      request.raw.on('close', () => {
        clearInterval(awake)
        leave()
      })
      return reply
    },
  )
}

async function findRecord(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ record: string }>('select record from placement.rounds where id = $1 and record is not null', [id])
  return rows[0]?.record
}
