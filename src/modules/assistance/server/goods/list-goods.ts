import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { type AidMatter, findAidMatter, listAidMatters } from '../../../casework/index.ts'
import { personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findFund } from '../funds/fund-rows.ts'
import { givenOfFund, stockOfFund } from './goods-rows.ts'

/** Names of the people of matters, masked; of nobody for who sees no files. */
async function namesOf(
  context: ViewContext,
  matters: readonly (AidMatter | undefined)[],
): Promise<(aid: AidMatter | undefined) => string | null> {
  if (!context.actor.grants.has('person.read')) return () => null
  const cards = await personCards(context, [...new Set(matters.flatMap((aid) => aid?.personId ?? []))])
  return (aid) => (aid?.personId ? (cards.get(aid.personId)?.nameMasked ?? null) : null)
}

export const listGoods = view(contract.listGoods, {
  grant: 'ledger.read',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  async run(context, { fundId }) {
    const { tx, actor } = context
    const fund = await findFund(tx, fundId)
    if (!fund) return undefined
    const bureau = bureauOf(fund.unitCode)
    const given = await givenOfFund(tx, bureau, fundId)
    const helped = new Map<string, AidMatter | undefined>()
    for (const { matterId } of given) if (!helped.has(matterId)) helped.set(matterId, await findAidMatter(context, matterId))
    const mayGive = actor.grants.has('ledger.write')
    const ready = mayGive ? (await listAidMatters(context, { lo: bureau, hi: `${bureau}:` })).filter(({ way }) => way !== undefined) : []
    const nameOf = await namesOf(context, [...helped.values(), ...ready])
    return {
      stock: await stockOfFund(tx, bureau, fundId),
      given: given.map((row) => ({ ...row, nameMasked: nameOf(helped.get(row.matterId)) })),
      matters: ready.map((aid) => ({ matterId: aid.id, nameMasked: nameOf(aid), cause: aid.cause })),
      can: { give: mayGive },
    }
  },
})
