import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { sourceStack } from '../faults/source-stack.ts'

/** The database is away or coming back: the same message may be sent again, with the same id. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53300'])

/** No space for rows, for the log or for a file. Nothing was done; what is acknowledged stands. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])

const isAway = (error: FastifyError): boolean =>
  AWAY.has(error.code) ||
  /Connection terminated|timeout exceeded when trying to connect|not queryable|server closed the connection/.test(error.message)

/**
 * Says what a stranger may know of a fault: an incident number, never a stack, a statement or a value. The log has the
 * rest, once.
 */
export const answerFault = (log: (line: string) => void) => (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ problem: { code: 'too-large' } })
  if (error.statusCode !== undefined && error.statusCode < 500)
    return reply.code(error.statusCode).send({ problem: { code: 'bad-request' } })
  if (isAway(error))
    return reply
      .code(503)
      .header('retry-after', '1')
      .send({ problem: { code: 'unavailable' } })
  if (FULL.has(error.code)) {
    log(`the disk is full: ${error.message}`)
    return reply.code(507).send({ problem: { code: 'disk-full' } })
  }
  const incident = randomUUID().slice(0, 8)
  log(
    `fault ${incident} at ${request.method} ${request.routeOptions.url ?? '-'}: ${error.code ?? ''} ${sourceStack(error.stack ?? error.message)}`,
  )
  return reply.code(500).send({ problem: { code: 'fault', incident } })
}
