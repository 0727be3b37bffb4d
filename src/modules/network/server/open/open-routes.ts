import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { NATION, rangeOf, regionOfShort } from '../../../../kernel/region-code.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { NOBODY, withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { keepAnswers } from '../../../../platform/http/kept-answers.ts'
import type { OpenDirectory, OpenPlaces } from '../../contract-open.ts'
import { findDivisions } from '../find-divisions.ts'
import { readDirectory } from './read-directory.ts'

interface Parts {
  readonly pool: Pool
  readonly clock: Clock
  /** How long a place is given out as it was read; left out: a minute. */
  readonly keptMs?: number
}

const KEPT_MS = 60_000
const MOST_KEPT = 2_000
const MOST_HITS = 30
const LONGEST = 100

/**
 * The public doors of the directory, without a sign-in: places found by name, pinyin or code, and of a place its units, who
 * serves there and what lies below. Read with the rights of nobody: the database says what of a unit is public (0375).
 */
export function registerOpenUnits(app: FastifyInstance, { pool, clock, keptMs = KEPT_MS }: Parts): void {
  const inPublic = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => withScope(pool, NOBODY, 'read', run)
  const kept = keepAnswers<OpenDirectory | undefined>({ forMs: keptMs, most: MOST_KEPT })

  app.get<{ Querystring: { query?: unknown } }>(
    '/api/open/places',
    { schema: { summary: 'Finds divisions by part of the name, pinyin, initials or code' } },
    async (request) => {
      const query = typeof request.query.query === 'string' ? request.query.query.slice(0, LONGEST) : ''
      const wanted = { query, within: rangeOf(NATION), limit: MOST_HITS, on: clock.today() }
      const hits = await inPublic((tx) => findDivisions(tx, wanted))
      return { rows: hits.map(({ code, name, path }) => ({ code, name, path })) } satisfies OpenPlaces
    },
  )

  app.get<{ Params: { place: string } }>(
    '/api/open/units/:place',
    { schema: { summary: 'The public directory of a place: its service units, who serves there, what lies below' } },
    async (request, reply) => {
      const code = regionOfShort(request.params.place)
      const on = clock.today()
      const found = code && (await kept(`${code} ${on}`, () => inPublic((tx) => readDirectory(tx, { code, on }))))
      return found ?? reply.code(404).send({ problem: { code: 'not-found' } })
    },
  )
}
