import { bureauOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Offer } from '../../contract-round-views.ts'
import * as contract from '../../contract-round-views.ts'
import { takenSeats } from './taken-seats.ts'

/** Posts that an open round already offers are not offered again before it has ended. */
export const seeOffer = view(contract.seeOffer, {
  grant: 'round.run',
  where: ({ place }) => place,
  async run({ tx }, { place }) {
    const bureau = bureauOf(place)
    const cohorts = await tx.query<Offer['cohorts'][number]>(
      `select c.id, c.year, c.season, c.group_code as "group", c.method, count(k.id)::int as ranked
         from placement.cohorts c join placement.candidates k on k.bureau_code = c.bureau_code and k.cohort_id = c.id and k.state = 'ranked'
        where c.bureau_code = $1 and c.ranked_on is not null group by c.bureau_code, c.id order by c.year desc, c.season desc`,
      [bureau],
    )
    const posts = await tx.query<Offer['posts'][number]>(
      `select p.id, p.employer_name as employer, p.title, p.kind, p.seats - ${takenSeats()} as seats, p.is_direct as "isDirect", p.reserved_for as "reservedFor" from placement.posts p
        where p.bureau_code = $1 and p.state = 'confirmed' and p.seats > ${takenSeats()}
          and not exists (select from placement.round_posts r join placement.rounds o on o.bureau_code = r.bureau_code and o.id = r.round_id
                where r.bureau_code = p.bureau_code and r.post_id = p.id and o.state in ('committed', 'drawn', 'open', 'paused'))
        order by p.employer_name, p.title limit 2000`,
      [bureau],
    )
    return { cohorts: cohorts.rows, posts: posts.rows }
  },
})
