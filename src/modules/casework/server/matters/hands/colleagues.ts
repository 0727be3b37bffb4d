import { type Colleague, findColleagues } from '../../../../../platform/access/colleagues.ts'
import { grantsOf } from '../../../../../platform/access/roles.ts'
import type { ViewContext } from '../../../../../platform/actions/context.ts'
import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import { findMatter, type LoadedMatter, whereMatterIs } from '../matter-rows.ts'
import { findSeatPlaces, seatsAt, seatsOf } from '../seats.ts'

/** Whether an account holds the seat whose turn it is, at the unit where that seat is. */
export async function holdsSeat({ tx, actor }: Pick<ViewContext, 'tx' | 'actor'>, { row }: LoadedMatter): Promise<boolean> {
  const seats = seatsAt(actor, await findSeatPlaces(tx, row.unit_code))
  return row.holder !== null && row.holder !== 'applicant' && seats.includes(row.holder)
}

/** Colleagues of the reader’s own unit to whom a matter of its inbox can be given. */
export async function findSuccessors({ tx, actor }: Pick<ViewContext, 'tx' | 'actor'>, { row, state }: LoadedMatter): Promise<Colleague[]> {
  const { holder } = row
  if (holder === null) return []
  const all = await findColleagues(tx, actor.unitCode)
  return all.filter(
    ({ accountId, roles }) =>
      accountId !== actor.accountId &&
      !state.recused.includes(accountId) &&
      seatsOf({ grants: grantsOf(roles), tier: actor.tier }).includes(holder) &&
      grantsOf(roles).has('matter.work'),
  )
}

export const listColleagues = view(contract.listColleagues, {
  grant: 'matter.work',
  where: whereMatterIs,
  async run(context, { matterId }) {
    const matter = await findMatter(context, matterId)
    if (!matter || !(await holdsSeat(context, matter))) return { colleagues: [] }
    return { colleagues: (await findSuccessors(context, matter)).map(({ accountId, name }) => ({ accountId, name })) }
  },
})
