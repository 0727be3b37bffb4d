import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-computed.ts'
import { pricedPosts } from '../../domain/why/why-directive.ts'
import { findRound, whereRoundIs } from '../rounds/round-rows.ts'
import { loadDesk } from './desk-round.ts'

/** What every post of a directive round would cost somebody, line by line. */
export const seeCosts = view(contract.seeCosts, {
  grant: 'round.read',
  where: whereRoundIs,
  async run({ tx }, { roundId, candidateId }) {
    const row = await findRound(tx, roundId)
    if (!row?.opening || row.way !== 'directive') return undefined
    const { desk, people } = await loadDesk(tx, row)
    const pseudonym = people.find(({ candidate_id }) => candidate_id === candidateId)?.pseudonym
    if (!pseudonym) return undefined
    return {
      unplaced: desk.opening.rules.cost?.unplaced ?? 0,
      posts: pricedPosts(desk, pseudonym).map(({ post, ...lines }) => ({
        ...lines,
        code: post,
        employer: desk.posts.get(post)?.employer ?? post,
      })),
    }
  },
})
