import { regionOf } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listNames } from '../../../network/index.ts'
import type { Board, OpenRound } from '../../contract-board.ts'
import { isAnythingOpen, nextTurn } from '../../domain/engine/turns/turns.ts'
import { kindOf, postIn, undoneIn } from '../rounds/link-kind.ts'
import { type LiveRound, loadLive } from '../rounds/live-round.ts'
import { findRound, isComputed, type RoundPersonRow, type RoundRow } from '../rounds/round-rows.ts'
import { deskBoard } from './desk-board.ts'

type Published = RoundRow & { readonly commitment: string; readonly committed_on: OpenRound['committedOn'] }

/** How much of a pseudonym finds the line in the record and fits on a screen. */
const SHORT = 8

/** A screen shows the last of what happened; the record holds everything. */
const MOST_LINKS = 200

async function findPublished(tx: Tx, roundId: string): Promise<Published | undefined> {
  const row = await findRound(tx, roundId)
  return row?.commitment ? (row as Published) : undefined
}

export async function toOpenRound(tx: Tx, row: Published): Promise<OpenRound> {
  const [place] = await listNames(tx, [regionOf(row.unit_code)])
  return {
    id: row.id,
    title: row.title,
    way: row.way,
    unitName: place?.name ?? '',
    state: row.state,
    committedOn: row.committed_on,
    commitment: row.commitment,
    draw: { source: row.draw_source, on: row.draw_on, value: row.drawn_value },
    seal: row.seal,
    replacedWhy: row.replaced_why,
  }
}

/** The rounds whose commitment has been published, the newest first. Drafts are nobody's but the office's. */
export async function listPublished(tx: Tx): Promise<OpenRound[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from placement.rounds where commitment is not null order by committed_at desc limit 200',
  )
  const found = []
  for (const { id } of rows) {
    const row = await findPublished(tx, id)
    if (row) found.push(await toOpenRound(tx, row))
  }
  return found
}

/** What everybody may see of a round; undefined where nothing has been published. */
export async function boardOf(tx: Tx, roundId: string): Promise<Omit<Board, 'now'> | undefined> {
  const row = await findPublished(tx, roundId)
  if (!row) return undefined
  if (isComputed(row)) return { ...(await toOpenRound(tx, row)), ...(await deskBoard(tx, row)) }
  const live = await loadLive(tx, row)
  return {
    ...(await toOpenRound(tx, row)),
    seq: row.seq,
    atOnce: null,
    clockSeconds: row.settings.turn?.clockSeconds ?? 0,
    present: row.present_name,
    posts: postsOf(live),
    people: peopleOf(live),
    next: nextOf(live),
    links: linksOf(live),
  }
}

const postsOf = ({ turns }: LiveRound): Board['posts'] =>
  [...turns.posts.values()].map(({ id, employer, kind, seats }) => {
    const withdrawn = turns.withdrawn.has(id)
    return { code: id, employer, kind, seats, left: withdrawn ? 0 : seats - (turns.held.get(id) ?? 0), withdrawn }
  })

const nameOf = ({ row }: LiveRound, one: RoundPersonRow): string =>
  row.state === 'closed' ? (one.pseudonym ?? '').slice(0, SHORT) : one.masked_name

const peopleOf = (live: LiveRound): Board['people'] =>
  live.people.flatMap((one) => {
    const { pseudonym, position } = one
    if (pseudonym === null || position === null) return []
    return {
      position,
      name: nameOf(live, one),
      composite: live.turns.people.get(pseudonym)?.composite ?? 0,
      standing: live.turns.standing.get(pseudonym) ?? 'waiting',
      post: live.turns.places.get(pseudonym) ?? null,
    }
  })

function nextOf({ row, turns, byPseudonym }: LiveRound): Board['next'] {
  const next = turns.phase === 'running' && isAnythingOpen(turns) ? nextTurn(turns) : undefined
  const position = next && byPseudonym.get(next.candidate)?.position
  if (!next || typeof position !== 'number') return null
  const since = Number(row.last_ms)
  const endsAt = since + (row.settings.turn?.clockSeconds ?? 0) * 1000
  return { turn: next.turn, position, open: next.open, since, endsAt, isSecond: turns.standing.get(next.candidate) === 'deferred' }
}

function linksOf(live: LiveRound): Board['links'] {
  const undone = undoneIn(live.links)
  return live.links.slice(-MOST_LINKS).map(({ seq, at, what, hash }) => {
    const person = 'candidate' in what ? live.byPseudonym.get(what.candidate) : undefined
    return {
      seq,
      at,
      kind: kindOf(what),
      position: person?.position ?? null,
      name: person ? nameOf(live, person) : null,
      post: postIn(what, live.turns.posts),
      reason: 'reason' in what ? what.reason : null,
      stands: !undone.has(seq),
      hash,
    }
  })
}
