import type { ActionContext } from '../../../../platform/actions/context.ts'
import { canonicalText } from '../../domain/record/canonical.ts'
import { drawLots, sealRecord } from '../../domain/record/commit.ts'
import type { Link } from '../../domain/record/events.ts'
import type { PlacementRecord } from '../../domain/record/record.ts'
import type { StoredLink } from './live-round.ts'
import { moveCandidates } from './move-candidates.ts'
import type { RoundPersonRow, RoundRow } from './round-rows.ts'
import { sha256 } from './sha256.ts'

/** A round of any way that has come to its end. */
export interface EndedRound {
  readonly row: RoundRow
  readonly people: readonly RoundPersonRow[]
  readonly opening: PlacementRecord['opening']
  readonly order: readonly string[]
  /** Every link but the closing one. */
  readonly links: readonly StoredLink[]
  readonly outcome: PlacementRecord['outcome']
}

function recordOf({ row, opening, order, links, outcome }: EndedRound, closing: Link): PlacementRecord {
  const { commitment, drawn_value: value, drawn_seed: seed } = row
  if (commitment === null || value === null || seed === null) throw new Error('a round is closed after its draw')
  const drawn = { value, seed }
  return sealRecord(sha256, {
    opening,
    commitment,
    drawn,
    lots: drawLots(
      sha256,
      opening.candidates.map(({ pseudonym }) => pseudonym),
      drawn,
    ),
    order: [...order],
    links: [...links.map(({ seq, at, what, hash }) => ({ seq, at, what, hash })), closing],
    outcome,
  })
}

/** With the last link the record is published, whole; whoever has no post may take part in the next round. */
export async function publishRecord(context: ActionContext, ended: EndedRound, closing: Link): Promise<void> {
  const { tx, now } = context
  const { row, people } = ended
  const record = recordOf(ended, closing)
  await tx.query(
    `update placement.rounds set state = 'closed', record = $3, seal = $4, published_at = $5 where bureau_code = left($2, 6) and id = $1`,
    [row.id, row.unit_code, canonicalText(record), record.seal, now],
  )
  await tx.query(
    `update placement.round_people set outcome = 'out' where bureau_code = left($2, 6) and round_id = $1 and pseudonym = any($3) and outcome is distinct from 'out'`,
    [row.id, row.unit_code, record.outcome.unplaced],
  )
  const left = people.filter(({ pseudonym }) => pseudonym !== null && record.outcome.unplaced.includes(pseudonym))
  await moveCandidates(context, { ids: left.map(({ candidate_id }) => candidate_id), step: 'leaveRound', from: 'selecting', to: 'ranked' })
}
