import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { NATION, RegionCode } from '../../../../kernel/region-code.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listChildren } from '../../../network/index.ts'
import type { OpenFigures } from '../../contract-open.ts'
import { quartersBefore, windowOfQuarter } from '../../domain/public/quarters.ts'
import { OPEN } from './open-settings.ts'
import { readOpenTables } from './read-open-figures.ts'

/** As many quarters are public; what lies before is in the yearbooks. */
const QUARTERS = 4
/** Tables that many ask for are worked out once in this time. */
const KEPT_MS = 600_000
const MOST_KEPT = 400

type Tables = ReturnType<typeof readOpenTables>

/**
 * The public doors of figures, without a sign-in: numbers of quarters that are over, of a province, its cities and counties.
 * A small number stands in none of them, nor what it could be worked out from.
 */
export function registerOpenFigures(app: FastifyInstance, { pool, clock }: { pool: Pool; clock: Clock }): void {
  const inPublic = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => withScope(pool, { lo: '0', hi: ':' }, 'read', run)
  const kept = new Map<string, { at: number; tables: Tables }>()

  async function read(place: RegionCode, quarter: string): Tables {
    const key = `${place} ${quarter}`
    const before = kept.get(key)
    if (before && Date.now() - before.at < KEPT_MS) return await before.tables
    const tables = inPublic((tx) => readOpenTables(tx, { place, window: windowOfQuarter(quarter) }))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, { at: Date.now(), tables })
    // What failed is asked again by the next who comes.
    tables.catch(() => kept.delete(key))
    return await tables
  }

  app.get('/api/open/figures', { schema: { summary: 'Provinces whose figures are public' } }, async () => ({
    provinces: (await inPublic((tx) => listChildren(tx, NATION, clock.today()))).map(({ code, name }) => ({ code, name })),
  }))

  app.get<{ Params: { place: string; quarter: string } }>(
    '/api/open/figures/:place/:quarter',
    { schema: { summary: 'Public tables of a province in a quarter that is over, small numbers left out' } },
    async (request, reply) => {
      const place = RegionCode.safeParse(request.params.place)
      const quarters = quartersBefore(clock.today(), QUARTERS)
      const quarter = request.params.quarter === 'latest' ? quarters[0] : quarters.find((one) => one === request.params.quarter)
      const found = place.success && quarter !== undefined ? await read(place.data, quarter) : undefined
      if (!place.success || quarter === undefined || !found) return reply.code(404).send({ problem: { code: 'not-found' } })
      const { name, tables } = found
      return { place: { code: place.data, name }, quarter, quarters, smallest: OPEN.smallest, tables } satisfies OpenFigures
    },
  )
}
