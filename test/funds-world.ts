import Fastify from 'fastify'
import type { getFund } from '../src/modules/assistance/contract.ts'
import { registerOpenFunds } from '../src/modules/assistance/index.ts'
import { assist, emergency, money, propose, seeAssist } from './assist-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { ground, value } from './world.ts'

type FundSeen = ReturnType<typeof getFund.output.parse>

/** A database with what tests of funds do in it: the caller closes it. */
export async function openFundsWorld() {
  const database = await openTestDatabase()
  const on = ground(database)
  const see = async (fundId: string) => value<FundSeen>(await seeAssist(on, money.approver, { name: 'aidFund.get', input: { fundId } }))

  /** The public doors, asked without any sign-in. */
  const askOpen = async (request: { method: 'GET' | 'POST'; url: string; payload?: object }) => {
    const app = Fastify()
    registerOpenFunds(app, { pool: database.appPool, secrets: on.secrets })
    const { statusCode, payload } = await app.inject(request)
    await app.close()
    return { status: statusCode, text: payload, body: () => JSON.parse(payload) as unknown }
  }
  const follow = (number: string, code: string) => askOpen({ method: 'POST', url: '/api/open/gift', payload: { number, code } })
  const codeOf = async (donationId: string) =>
    value<{ code: string }>(await seeAssist(on, money.officer, { name: 'donation.receipt', input: { donationId } })).code

  /** A grant for an emergency, approved. */
  const grant = async (fundId: string, amountFen: string): Promise<string> => {
    const matterId = await emergency(on)
    const { id } = value<{ id: string }>(await propose(on, { fundId, matterId, amountFen, means: null }))
    value(await assist(on, money.approver, { name: 'grant.approve', input: { grantId: id } }))
    return id
  }
  return { database, on, see, askOpen, follow, codeOf, grant }
}
