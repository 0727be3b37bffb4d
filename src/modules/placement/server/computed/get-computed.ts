import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { ComputedPage } from '../../contract-computed.ts'
import * as contract from '../../contract-computed.ts'
import { deskOutcome } from '../../domain/engine/desk/take-desk-step.ts'
import { pricedPosts, sumOfCosts } from '../../domain/why/why-directive.ts'
import { kindOf, postIn } from '../rounds/link-kind.ts'
import { findLine } from '../rounds/list-rounds.ts'
import { findCohort, readPeople } from '../rounds/read-people.ts'
import { readPosts } from '../rounds/read-posts.ts'
import { findRound, isComputed, type RoundRow, whereRoundIs } from '../rounds/round-rows.ts'
import { type DeskRound, loadDesk } from './desk-round.ts'
import { listDoors, listEmployersOf } from './employer-rows.ts'
import { isTooLate, phaseAt, type WindowPhase } from './windows.ts'

type Scene = Pick<ComputedPage, 'posts' | 'people' | 'links' | 'isComputed' | 'total'>
type Person = ComputedPage['people'][number]

const NOTHING_YET = { hasListed: false, list: null, post: null, optimum: null, cost: null, deviation: null, isRemoved: false }

const fileOf = ({ actor }: ViewContext, personId: string): string | null => (actor.grants.has('person.read') ? personId : null)

/** Of a draft the people and posts as they would come in. */
async function draftScene(context: ViewContext, row: RoundRow): Promise<Scene> {
  const { posts } = await readPosts(context.tx, row)
  const cohort = await findCohort(context, row.cohort_id)
  const ranked = cohort ? await readPeople(context, cohort, 'ranked') : []
  const cards = await personCards(
    context,
    ranked.map(({ personId }) => personId),
  )
  const usccs = await listEmployersOf(context.tx, row)
  return {
    isComputed: false,
    total: null,
    links: [],
    posts: posts.map(({ id, employer, kind, place, seats }) => ({
      code: id,
      employer,
      uscc: usccs.get(id)?.uscc ?? '',
      kind,
      place,
      seats,
      held: 0,
      isWithdrawn: false,
      listed: null,
      isRanked: false,
    })),
    people: ranked.map(({ candidateId, personId, number, entry }) => ({
      ...NOTHING_YET,
      candidateId,
      personId: fileOf(context, personId),
      number,
      name: cards.get(personId)?.nameMasked ?? '*',
      position: null,
      composite: entry.composite,
    })),
  }
}

async function deskScene(context: ViewContext, round: DeskRound, phase: WindowPhase | undefined): Promise<Scene> {
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

function canOf(
  { actor, now }: ViewContext,
  row: RoundRow,
  { scene, phase }: { scene: Scene; phase: WindowPhase | undefined },
): ComputedPage['can'] {
  const runs = actor.grants.has('round.run')
  const isOpen = runs && row.state === 'open'
  const isStill = isOpen && !scene.isComputed
  return {
    commit: runs && row.state === 'draft',
    replace: runs && (row.state === 'committed' || isTooLate(row, now)),
    draw: runs && row.state === 'committed',
    confirm: actor.grants.has('round.supervise') && row.state === 'drawn' && row.present_name === null,
    open: runs && row.state === 'drawn' && row.present_name !== null,
    steer: isStill,
    enterList: isStill && phase === 'lists',
    giveDoor: isStill && (phase === 'lists' || phase === 'rankings'),
    compute: isStill && (phase === undefined || phase === 'over'),
    deviate: isOpen && scene.isComputed && row.way === 'directive',
    close: isOpen && scene.isComputed,
  }
}

export const getComputed = view(contract.getComputed, {
  grant: 'round.read',
  where: whereRoundIs,
  async run(context, { roundId }) {
    const [row, line] = [await findRound(context.tx, roundId), await findLine(context.tx, roundId)]
    if (!row || !line || !isComputed(row)) return undefined
    const { twoWay, directive } = row.settings
    const isOpen = row.state === 'open' || row.state === 'closed'
    const phase = twoWay && phaseAt(twoWay, { isOpen, at: Date.parse(context.now) })
    const scene = row.opening === null ? await draftScene(context, row) : await deskScene(context, await loadDesk(context.tx, row), phase)
    return {
      line,
      draw: { source: row.draw_source, on: row.draw_on, value: row.drawn_value },
      commitment: row.commitment,
      seal: row.seal,
      replacedWhy: row.replaced_why,
      present: row.present_name,
      twoWay: twoWay && phase ? { ...twoWay, phase } : null,
      directive: directive ?? null,
      doors: twoWay ? await listDoors(context.tx, row) : [],
      ...scene,
      can: canOf(context, row, { scene, phase }),
    }
  },
})

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
