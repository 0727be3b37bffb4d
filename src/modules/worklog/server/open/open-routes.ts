import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { regionOfShort } from '../../../../kernel/region-code.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { NOBODY, withScope } from '../../../../platform/database/scope.ts'
import { keepAnswers } from '../../../../platform/http/kept-answers.ts'
import type { OpenMemorials } from '../../contract-sites.ts'
import { readMemorials } from './read-memorials.ts'

interface Parts {
  readonly pool: Pool
  readonly clock: Clock
  /** How long a place is given out as it was read; left out: ten seconds, so that what is taken back is soon gone. */
  readonly keptMs?: number
}

const KEPT_MS = 10_000
const MOST_KEPT = 2_000
const PAGE = /^[1-9]\d{0,4}$/

/**
 * The public door of the map of memorial facilities (烈士纪念设施), without a sign-in: of a place what was published there. Read
 * with the rights of nobody: the database says what of a facility is public (0376).
 */
export function registerOpenSites(app: FastifyInstance, { pool, clock, keptMs = KEPT_MS }: Parts): void {
  const kept = keepAnswers<OpenMemorials | undefined>({ forMs: keptMs, most: MOST_KEPT })

  app.get<{ Params: { place: string }; Querystring: { page?: unknown } }>(
    '/api/open/memorials/:place',
    { schema: { summary: 'Published memorial facilities of a place, and how many lie in each place below it' } },
    async (request, reply) => {
      const code = regionOfShort(request.params.place)
      const asked = request.query.page ?? '1'
      const page = typeof asked === 'string' && PAGE.test(asked) ? Number(asked) : undefined
      const on = clock.today()
      const read = (place: NonNullable<typeof code>, nth: number) =>
        kept(`${place} ${nth} ${on}`, () => withScope(pool, NOBODY, 'read', (tx) => readMemorials(tx, { code: place, page: nth, on })))
      const found = code && page ? await read(code, page) : undefined
      return found ?? reply.code(404).send({ problem: { code: 'not-found' } })
    },
  )
}
