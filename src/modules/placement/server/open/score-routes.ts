import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { findOpenList, listOpenCohorts } from './score-lists.ts'

interface Parts {
  readonly pool: Pool
  readonly secrets: Secrets
  readonly clock: Clock
}

/** A list that many ask for is worked out once in this time: sheets are sealed, and opening them costs. */
const KEPT_MS = 5_000
const MOST_KEPT = 200

/**
 * The public doors of published scores (公示), without a sign-in: masked names, numbers and sums, while they are shown. An id
 * number, a person's id or a whole name is in none of them.
 */
export function registerOpenScores(app: FastifyInstance, { pool, secrets, clock }: Parts): void {
  const inPublic = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => withScope(pool, { lo: '0', hi: ':' }, 'read', run)
  const kept = new Map<string, { at: number; list: ReturnType<typeof findOpenList> }>()

  async function read(cohortId: string): ReturnType<typeof findOpenList> {
    const before = kept.get(cohortId)
    if (before && Date.now() - before.at < KEPT_MS) return before.list
    const list = inPublic((tx) => findOpenList({ tx, secrets }, { cohortId, today: clock.today() }))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(cohortId, { at: Date.now(), list })
    // What failed is asked again by the next who comes.
    list.catch(() => kept.delete(cohortId))
    return await list
  }

  app.get('/api/open/scores', { schema: { summary: 'Published lists of scores that are still shown' } }, async () => ({
    cohorts: await inPublic((tx) => listOpenCohorts(tx, clock.today())),
  }))

  app.get<{ Params: { id: string } }>(
    '/api/open/scores/:id',
    { schema: { summary: 'The masked list of scores of a cohort, while it is shown' } },
    async (request, reply) => {
      const list = z.uuid().safeParse(request.params.id).success ? await read(request.params.id) : undefined
      return list ?? reply.code(404).send({ problem: { code: 'not-found' } })
    },
  )
}
