import type { Why } from '../../contract-receipts.ts'
import { type pricedPosts, whyDirective } from '../../domain/why/why-directive.ts'
import { whyTwoWay } from '../../domain/why/why-two-way.ts'
import type { DeskRound } from './desk-round.ts'

/** How many posts that would have cost less a receipt tells of. */
const MOST_CHEAPER = 20

/** Why everybody has what they have, in the words of the certificate: for receipts. */
export function explain({ desk }: DeskRound, has: ReadonlyMap<string, string>): (pseudonym: string) => Why {
  const titleOf = (post: string): string => desk.posts.get(post)?.employer ?? post
  if (desk.opening.rules.way === 'two-way') {
    const whyOf = whyTwoWay(desk)
    return (pseudonym) => ({
      kind: 'two-way',
      list: whyOf(pseudonym).map(({ post, verdict, own, last }) => ({
        post,
        title: titleOf(post),
        verdict,
        own: own ?? null,
        last: last ?? null,
      })),
    })
  }
  return (pseudonym) => {
    const { optimum, own, cheaper } = whyDirective(desk, pseudonym, has.get(pseudonym))
    const said = desk.deviations.has(pseudonym)
    const priced = (one: ReturnType<typeof pricedPosts>[number]) => ({ ...one, title: titleOf(one.post) })
    return {
      kind: 'directive',
      own: own ? priced(own) : null,
      unplaced: desk.opening.rules.cost?.unplaced ?? 0,
      optimum: optimum ?? null,
      isDeviation: said && (has.get(pseudonym) ?? null) !== (optimum ?? null),
      cheaper: cheaper.slice(0, MOST_CHEAPER).map(priced),
    }
  }
}
