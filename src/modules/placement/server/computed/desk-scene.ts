import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { ComputedPage } from '../../contract-computed.ts'
import { deskOutcome } from '../../domain/engine/desk/take-desk-step.ts'
import { pricedPosts, sumOfCosts } from '../../domain/why/why-directive.ts'
import { kindOf, postIn } from '../rounds/link-kind.ts'
import type { DeskRound } from './desk-round.ts'
import { listEmployersOf } from './employer-rows.ts'
import { fileOf, type Scene } from './scene.ts'
import type { WindowPhase } from './windows.ts'

type Person = ComputedPage['people'][number]

/** Of an opened round what its links have come to; while lists may still change, nobody's is shown. */
export async function deskScene(context: ViewContext, round: DeskRound, phase: WindowPhase | undefined): Promise<Scene> {
  const { desk } = round
  const outcome = deskOutcome(desk)
  const places = new Map(outcome?.places.map(({ candidate, post }) => [candidate, post]))
  const isHidden = phase === 'before' || phase === 'lists'
  const optimum = desk.computed?.optimum
  return {
    isComputed: desk.computed !== undefined,
    total: optimum ? { optimum: optimum.cost, now: sumOfCosts(desk, places) } : null,
    posts: await postsOf(context, round, { places, isHidden }),
    people: peopleOf(context, round, { places, isHidden }),
    links: linksOf(round, isHidden),
  }
}

interface Seen {
  readonly places: ReadonlyMap<string, string>
  readonly isHidden: boolean
}

async function postsOf(context: ViewContext, { desk, row }: DeskRound, { places, isHidden }: Seen): Promise<ComputedPage['posts']> {
  const usccs = await listEmployersOf(context.tx, row)
  const held = new Map<string, number>()
  for (const post of places.values()) held.set(post, (held.get(post) ?? 0) + 1)
  const listed = (id: string): number => [...desk.lists].filter(([person, list]) => list.includes(id) && !desk.removed.has(person)).length
  return [...desk.posts.values()].map(({ id, employer, kind, place, seats }) => ({
    code: id,
    employer,
    uscc: usccs.get(id)?.uscc ?? '',
    kind,
    place,
    seats,
    held: held.get(id) ?? 0,
    isWithdrawn: desk.withdrawn.has(id),
    listed: isHidden || desk.opening.rules.way !== 'two-way' ? null : listed(id),
    isRanked: (desk.rankings.get(id)?.length ?? 0) > 0,
  }))
}

function peopleOf(context: ViewContext, { desk, people, links }: DeskRound, { places, isHidden }: Seen): Person[] {
  const optimum = new Map(desk.computed?.optimum?.places.map(({ candidate, post }) => [candidate, post]))
  return people.flatMap(({ pseudonym, candidate_id, person_id, number, masked_name, position }) => {
    if (pseudonym === null) return []
    const list = desk.lists.get(pseudonym)
    const post = places.get(pseudonym)
    const said = links.findLast(({ what }) => what.kind === 'deviation' && what.candidate === pseudonym)?.what
    return {
      candidateId: candidate_id,
      personId: fileOf(context, person_id),
      number,
      name: masked_name,
      position,
      composite: desk.people.get(pseudonym)?.composite ?? null,
      isRemoved: desk.removed.has(pseudonym),
      hasListed: list !== undefined,
      list: isHidden || list === undefined ? null : [...list],
      post: post ?? null,
      optimum: optimum.get(pseudonym) ?? null,
      cost: costOf(desk, pseudonym, post),
      deviation: said?.kind === 'deviation' ? { reason: said.reason, article: said.article } : null,
    }
  })
}

function costOf(desk: DeskRound['desk'], pseudonym: string, post: string | undefined): Person['cost'] {
  const found = post === undefined ? undefined : pricedPosts(desk, pseudonym).find((one) => one.post === post)
  if (!found) return null
  const { kilometres, distance, misfit, hardship, total } = found
  return { kilometres, distance, misfit, hardship, total }
}

/** While lists may still change, it is shown that somebody handed one in, and not who. */
const linksOf = ({ links, byPseudonym, desk }: DeskRound, isHidden: boolean): ComputedPage['links'] =>
  links.map(({ seq, at, what, hash, byName }) => {
    const person = 'candidate' in what && !(isHidden && what.kind === 'list') ? byPseudonym.get(what.candidate) : undefined
    return {
      seq,
      at: new Date(at).toISOString(),
      kind: kindOf(what),
      by: byName,
      name: person?.masked_name ?? null,
      post: postIn(what, desk.posts),
      reason: 'reason' in what ? what.reason : null,
      hash,
    }
  })
