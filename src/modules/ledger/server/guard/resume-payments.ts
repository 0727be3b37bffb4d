import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { lockBooks } from '../lock-books.ts'

/** Looks through the whole books of the bureau first: what broke them must be mended. */
export const resumePayments = action(contract.resumePayments, {
  grant: 'ledger.approve',
  where: ({ place }) => place,
  refusals: { 'not-stopped': 409, 'still-broken': 409 },
  async run({ tx, unitCode }, { place }) {
    const bureau = bureauOf(unitCode)
    const books = await lockBooks(tx, bureau, 'alone')
    if (!books?.isStopped) return refuse({ code: 'not-stopped' })
    const { rows } = await tx.query<{ count: number }>('select count(*)::integer as count from ledger.breaks where bureau_code = $1', [
      bureau,
    ])
    const count = rows[0]?.count ?? 0
    if (count > 0) return refuse({ code: 'still-broken', count })
    await tx.query('update ledger.books set stopped_at = null, stopped_why = null where bureau_code = $1', [bureau])
    return ok({ place: place as RegionCode })
  },
})
