import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { lockBooks } from '../lock-books.ts'

export const closePeriod = action(contract.closePeriod, {
  grant: 'ledger.approve',
  where: ({ place }) => place,
  refusals: { 'no-books': 404, 'not-over': 422, 'already-closed': 409 },
  async run({ tx, actor, now, today, unitCode, note }, { throughOn }) {
    const bureau = bureauOf(unitCode)
    if (throughOn >= today) return refuse({ code: 'not-over', throughOn })
    // Alone: whatever is being posted now is counted, and whatever comes later finds the period closed.
    const books = await lockBooks(tx, bureau, 'alone')
    if (!books) return refuse({ code: 'no-books' })
    if (books.closedThroughOn !== null && throughOn <= books.closedThroughOn)
      return refuse({ code: 'already-closed', throughOn: books.closedThroughOn })
    const { rows } = await tx.query<{ postings: number }>(
      'select count(*)::integer as postings from ledger.postings where bureau_code = $1 and posted_on <= $2',
      [bureau, throughOn],
    )
    const postings = rows[0]?.postings ?? 0
    await tx.query(
      'insert into ledger.closings (bureau_code, through_on, unit_code, postings, closed_at, closed_by) values ($1, $2, $3, $4, $5, $6)',
      [bureau, throughOn, unitCode, postings, now, actor.accountId],
    )
    await tx.query('update ledger.books set closed_through_on = $2 where bureau_code = $1', [bureau, throughOn])
    note({ throughOn, postings })
    return ok({ throughOn, postings })
  },
})
