import type { Tx } from '../../../../platform/database/tx.ts'
import type { Board, OpenRound } from '../../contract-board.ts'
import { deskOutcome } from '../../domain/engine/desk/take-desk-step.ts'
import { sumOfCosts } from '../../domain/why/why-directive.ts'
import { type DeskRound, loadDesk } from '../computed/desk-round.ts'
import { kindOf, postIn } from '../rounds/link-kind.ts'
import type { RoundRow } from '../rounds/round-rows.ts'

type DeskBoard = Omit<Board, 'now' | keyof OpenRound>

/** How much of a pseudonym finds the line in the record and fits on a screen. */
const SHORT = 8

/** A screen shows the last of what happened; the record holds everything. */
const MOST_LINKS = 200

/**
 * The board of a round that is computed at once. Until it is closed nobody is shown by name or by score: employers are
 * ranking pseudonyms, and a published list beside would tell them who is who.
 */
export async function deskBoard(tx: Tx, row: RoundRow): Promise<DeskBoard> {
  const round = await loadDesk(tx, row)
  const isEnded = row.state === 'closed'
  const places = new Map(isEnded ? deskOutcome(round.desk)?.places.map(({ candidate, post }) => [candidate, post]) : [])
  return {
    seq: row.seq,
    clockSeconds: 0,
    present: row.present_name,
    atOnce: atOnceOf(round, places),
    posts: postsOf(round, places),
    people: isEnded ? peopleOf(round, places) : [],
    next: null,
    links: linksOf(round, isEnded),
  }
}

function atOnceOf({ row, desk }: DeskRound, places: ReadonlyMap<string, string>): Board['atOnce'] {
  const { twoWay } = row.settings
  const isOpen = row.state === 'open' || row.state === 'closed'
  const optimum = row.state === 'closed' ? desk.computed?.optimum : undefined
  return {
    phase: desk.computed ? 'computed' : isOpen ? 'open' : 'before',
    listsUntil: twoWay?.listsUntil ?? null,
    rankingsUntil: twoWay?.rankingsUntil ?? null,
    people: desk.people.size - desk.removed.size,
    listed: [...desk.lists.keys()].filter((person) => !desk.removed.has(person)).length,
    ranked: [...desk.rankings.values()].filter((tiers) => tiers.length > 0).length,
    total: optimum ? { optimum: optimum.cost, now: sumOfCosts(desk, places) } : null,
  }
}

function postsOf({ desk }: DeskRound, places: ReadonlyMap<string, string>): Board['posts'] {
  const held = new Map<string, number>()
  for (const post of places.values()) held.set(post, (held.get(post) ?? 0) + 1)
  return [...desk.posts.values()].map(({ id, employer, kind, seats }) => {
    const withdrawn = desk.withdrawn.has(id)
    return { code: id, employer, kind, seats, left: withdrawn ? 0 : seats - (held.get(id) ?? 0), withdrawn }
  })
}

const peopleOf = ({ desk, people }: DeskRound, places: ReadonlyMap<string, string>): Board['people'] =>
  people.flatMap(({ pseudonym, position }) => {
    if (pseudonym === null || position === null) return []
    const post = places.get(pseudonym) ?? null
    return {
      position,
      name: pseudonym.slice(0, SHORT),
      composite: desk.people.get(pseudonym)?.composite ?? 0,
      standing: desk.removed.has(pseudonym) ? ('removed' as const) : post === null ? ('out' as const) : ('placed' as const),
      post,
    }
  })

const linksOf = ({ links, byPseudonym, desk }: DeskRound, isEnded: boolean): Board['links'] =>
  links.slice(-MOST_LINKS).map(({ seq, at, what, hash }) => {
    const person = isEnded && 'candidate' in what ? byPseudonym.get(what.candidate) : undefined
    return {
      seq,
      at,
      kind: kindOf(what),
      position: person?.position ?? null,
      name: person?.pseudonym?.slice(0, SHORT) ?? null,
      post: isEnded || what.kind === 'post-withdrawn' || what.kind === 'ranking' ? postIn(what, desk.posts) : null,
      reason: 'reason' in what ? what.reason : null,
      stands: true,
      hash,
    }
  })
