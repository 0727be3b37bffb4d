import type { ActionContext } from '../../../../platform/actions/context.ts'
import { canonicalText } from '../../domain/record/canonical.ts'
import { drawLots, sealRecord } from '../../domain/record/commit.ts'
import type { Link } from '../../domain/record/events.ts'
import type { PlacementRecord } from '../../domain/record/record.ts'
import type { LiveRound } from './live-round.ts'
import { moveCandidates } from './move-candidates.ts'
import { sha256 } from './sha256.ts'

/** What came of the round, under pseudonyms. */
function outcomeOf({ turns }: LiveRound): PlacementRecord['outcome'] {
  const places = [...turns.places].map(([candidate, post]) => ({ candidate, post }))
  const left = [...turns.standing].filter(([pseudonym, standing]) => standing !== 'removed' && !turns.places.has(pseudonym))
  return {
    places: places.toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1)),
    unplaced: left.map(([pseudonym]) => pseudonym).toSorted(),
  }
}

/** The whole record, sealed. @throws where the round was not drawn */
export function recordOf(live: LiveRound, closing: Link): PlacementRecord {
  const { row, turns, links } = live
  const { commitment, drawn_value: value, drawn_seed: seed } = row
  if (commitment === null || value === null || seed === null) throw new Error('a round is closed after its draw')
  const drawn = { value, seed }
  return sealRecord(sha256, {
    opening: turns.opening,
    commitment,
    drawn,
    lots: drawLots(
      sha256,
      turns.opening.candidates.map(({ pseudonym }) => pseudonym),
      drawn,
    ),
    order: [...turns.order],
    links: [...links.map(({ seq, at, what, hash }) => ({ seq, at, what, hash })), closing],
    outcome: outcomeOf(live),
  })
}

/** With the last link the record is published, whole; whoever has no post may take part in the next round. */
export async function publishRecord(context: ActionContext, live: LiveRound, closing: Link): Promise<void> {
  const { tx, now } = context
  const { row } = live
  const record = recordOf(live, closing)
  await tx.query(
    `update placement.rounds set state = 'closed', record = $3, seal = $4, published_at = $5 where bureau_code = left($2, 6) and id = $1`,
    [row.id, row.unit_code, canonicalText(record), record.seal, now],
  )
  await tx.query(
    `update placement.round_people set outcome = 'out' where bureau_code = left($2, 6) and round_id = $1 and pseudonym = any($3) and outcome is distinct from 'out'`,
    [row.id, row.unit_code, record.outcome.unplaced],
  )
  const left = live.people.filter(({ pseudonym }) => pseudonym !== null && record.outcome.unplaced.includes(pseudonym))
  await moveCandidates(context, { ids: left.map(({ candidate_id }) => candidate_id), step: 'leaveRound', from: 'selecting', to: 'ranked' })
}
