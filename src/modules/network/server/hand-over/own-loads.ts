import { bureauOf } from '../../../../kernel/region-code.ts'
import { countAccountsAt } from '../../../../platform/access/index.ts'
import type { CountLoads } from './ask-others.ts'

/** The staff posts, which end with the unit, and the accounts, which only those who keep accounts may move. */
export const countOwnLoads: CountLoads = async (tx, { unitCode, today }) => {
  const { rows } = await tx.query<{ posts: number }>(
    `select count(*)::int as posts from network.staff_posts p
      where p.bureau_code = $1 and p.unit_code = $2 and (p.to_on is null or p.to_on >= $3)`,
    [bureauOf(unitCode), unitCode, today],
  )
  return [
    { code: 'posts', count: rows[0]?.posts ?? 0, goes: 'ends' },
    { code: 'accounts', count: await countAccountsAt(tx, unitCode), goes: 'stays' },
  ]
}
