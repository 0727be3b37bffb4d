import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import { NATION, rangeOf, regionOf } from '../../../../kernel/region-code.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { listNames } from '../../../network/index.ts'
import type { OpenFund } from '../../contract.ts'
import { findFunds } from '../funds/fund-rows.ts'
import { listReports } from '../funds/report-rows.ts'
import { followGift } from './follow-gift.ts'

/** Funds that raise from the public or have published something, with their reports as they were published. */
async function listOpenFunds(tx: Tx): Promise<OpenFund[]> {
  const funds = await findFunds(tx, rangeOf(NATION))
  const reports = await listReports(
    tx,
    funds.map(({ id }) => id),
  )
  const names = new Map(
    (await listNames(tx, [...new Set(funds.map(({ unitCode }) => regionOf(unitCode)))])).map((one) => [one.code, one.name]),
  )
  return funds
    .map((fund) => ({
      id: fund.id,
      name: fund.name,
      kind: fund.kind,
      unitName: names.get(regionOf(fund.unitCode)) ?? '',
      purpose: fund.purpose,
      permit: fund.permit,
      raisingFrom: fund.raisingFrom,
      raisingTo: fund.raisingTo,
      reports: reports.filter(({ fundId }) => fundId === fund.id).map(({ fundId: _, ...report }) => report),
    }))
    .filter(({ permit, reports: published }) => permit !== null || published.length > 0)
}

const Ticket = z.object({ number: z.string().regex(/^\d{6}-\d{2}-\d{6}$/), code: z.string().regex(/^[A-Za-z0-9]{10}$/) })

/** The public doors of funds, without a sign-in: what was published, and where a gift went for whoever holds its receipt. */
export function registerOpenFunds(app: FastifyInstance, { pool, secrets }: { pool: Pool; secrets: Secrets }): void {
  const inPublic = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => withScope(pool, { lo: '0', hi: ':' }, 'read', run)

  app.get('/api/open/funds', { schema: { summary: 'Funds that raise from the public, and what they have published' } }, async () => ({
    funds: await inPublic(listOpenFunds),
  }))

  // Sent in the body: a code stands in no log of addresses.
  app.post(
    '/api/open/gift',
    { schema: { summary: 'Where a gift went, by the number and the code of its receipt' } },
    async (request, reply) => {
      const ticket = Ticket.safeParse(request.body)
      const followed = ticket.success ? await inPublic((tx) => followGift({ tx, secrets }, ticket.data)) : undefined
      return followed ?? reply.code(404).send({ problem: { code: 'not-found' } })
    },
  )
}
