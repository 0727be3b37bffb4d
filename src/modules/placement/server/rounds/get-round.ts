import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { RoundPage } from '../../contract-round-views.ts'
import * as contract from '../../contract-round-views.ts'
import { isAnythingOpen, nextTurn } from '../../domain/engine/turns/turns.ts'
import { kindOf, postIn, undoneIn } from './link-kind.ts'
import { findLine } from './list-rounds.ts'
import { type LiveRound, loadLive } from './live-round.ts'
import { findCohort, readPeople } from './read-people.ts'
import { readPosts } from './read-posts.ts'
import { findRound, listRoundPeople, type RoundRow, whereRoundIs } from './round-rows.ts'

type Person = RoundPage['people'][number]

/** The round as it stands, played from its first link; of a draft the people and posts as they would come in. */
async function sceneOf(context: ViewContext, row: RoundRow): Promise<Pick<RoundPage, 'posts' | 'people' | 'next' | 'links'>> {
  if (row.opening === null) return await draftScene(context, row)
  const live = await loadLive(context.tx, row)
  return { posts: postsOf(live), people: peopleOf(context, live), next: nextOf(live), links: linksOf(live) }
}

async function draftScene(context: ViewContext, row: RoundRow): Promise<Pick<RoundPage, 'posts' | 'people' | 'next' | 'links'>> {
  const [{ posts }, cohort, kept] = [
    await readPosts(context.tx, row),
    await findCohort(context, row.cohort_id),
    await listRoundPeople(context.tx, row),
  ]
  const lists = new Map(kept.map((one) => [one.candidate_id, one]))
  const ranked = cohort ? await readPeople(context, cohort, 'ranked') : []
  const cards = await personCards(
    context,
    ranked.map(({ personId }) => personId),
  )
  const people = ranked.map(
    ({ candidateId, personId, number, entry }): Person => ({
      candidateId,
      personId: context.actor.grants.has('person.read') ? personId : null,
      number,
      name: cards.get(personId)?.nameMasked ?? '*',
      position: null,
      composite: entry.composite,
      standing: 'waiting',
      post: null,
      list: lists.get(candidateId)?.proxy ?? null,
      listBy: lists.get(candidateId)?.proxy_by ?? null,
    }),
  )
  return { posts: posts.map((post) => ({ ...shown(post), left: post.seats, withdrawn: false })), people, next: null, links: [] }
}

const shown = ({ id, employer, seats, kind, place }: LiveRound['turns']['opening']['posts'][number]) => ({
  code: id,
  employer,
  seats,
  kind,
  place,
})

const postsOf = ({ turns }: LiveRound): RoundPage['posts'] =>
  [...turns.posts.values()].map((post) => {
    const withdrawn = turns.withdrawn.has(post.id)
    return { ...shown(post), left: withdrawn ? 0 : post.seats - (turns.held.get(post.id) ?? 0), withdrawn }
  })

const peopleOf = ({ actor }: ViewContext, { people, turns }: LiveRound): Person[] =>
  people.flatMap(({ pseudonym, candidate_id, person_id, number, masked_name, position, proxy, proxy_by }) =>
    pseudonym === null
      ? []
      : {
          candidateId: candidate_id,
          personId: actor.grants.has('person.read') ? person_id : null,
          number,
          name: masked_name,
          position,
          composite: turns.people.get(pseudonym)?.composite ?? null,
          standing: turns.standing.get(pseudonym) ?? 'waiting',
          post: turns.places.get(pseudonym) ?? null,
          list: proxy,
          listBy: proxy_by,
        },
  )

function nextOf({ row, turns, byPseudonym }: LiveRound): RoundPage['next'] {
  const next = turns.phase === 'running' && isAnythingOpen(turns) ? nextTurn(turns) : undefined
  const person = next && byPseudonym.get(next.candidate)
  if (!next || !person) return null
  const since = Number(row.last_ms)
  return {
    turn: next.turn,
    candidateId: person.candidate_id,
    open: next.open,
    since: new Date(since).toISOString(),
    endsAt: new Date(since + (row.settings.turn?.clockSeconds ?? 0) * 1000).toISOString(),
    isSecond: turns.standing.get(next.candidate) === 'deferred',
  }
}

function linksOf({ links, byPseudonym, turns }: LiveRound): RoundPage['links'] {
  const undone = undoneIn(links)
  return links.map(({ seq, at, what, hash, byName }) => {
    const person = 'candidate' in what ? byPseudonym.get(what.candidate) : undefined
    return {
      seq,
      at: new Date(at).toISOString(),
      kind: kindOf(what),
      by: byName,
      number: person?.number ?? null,
      name: person?.masked_name ?? null,
      post: postIn(what, turns.posts),
      reason: 'reason' in what ? what.reason : null,
      hash,
      stands: !undone.has(seq),
    }
  })
}

const TURNS = ['pick', 'pass', 'absent', 'pick-list', 'pass-list', 'pass-clock']

/** The turn that a supervisor could take back. */
const lastTurn = (links: RoundPage['links']): number | null =>
  links.findLast(({ kind, stands }) => stands && TURNS.includes(kind))?.seq ?? null

function canOf({ actor }: ViewContext, row: RoundRow, { next, links }: Pick<RoundPage, 'next' | 'links'>): RoundPage['can'] {
  const runs = actor.grants.has('round.run')
  const supervises = actor.grants.has('round.supervise')
  const isLive = row.state === 'open' || row.state === 'paused'
  return {
    commit: runs && row.state === 'draft',
    replace: runs && row.state === 'committed',
    draw: runs && row.state === 'committed',
    confirm: supervises && row.state === 'drawn' && row.present_name === null,
    open: runs && row.state === 'drawn' && row.present_name !== null,
    turn: runs && next !== null,
    steer: runs && isLive,
    undo: supervises && isLive ? lastTurn(links) : null,
    close: runs && row.state === 'open' && next === null,
  }
}

export const getRound = view(contract.getRound, {
  grant: 'round.read',
  where: whereRoundIs,
  async run(context, { roundId }) {
    const [row, line] = [await findRound(context.tx, roundId), await findLine(context.tx, roundId)]
    if (!row?.settings.turn || !line) return undefined
    const scene = await sceneOf(context, row)
    return {
      line,
      turn: row.settings.turn,
      draw: { source: row.draw_source, on: row.draw_on, value: row.drawn_value },
      commitment: row.commitment,
      seal: row.seal,
      replacedWhy: row.replaced_why,
      present: row.present_name,
      ...scene,
      can: canOf(context, row, scene),
    }
  },
})
