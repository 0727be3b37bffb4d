import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { CostRules, DistanceLadder, TwoWayRules } from '../../contract-computed.ts'
import type { RoundState, TurnRules } from '../../contract-rounds.ts'
import type { Way } from '../../domain/record/rules.ts'

/** What the draft was given for its way. */
export interface RoundSettings {
  readonly turn?: TurnRules
  readonly twoWay?: TwoWayRules
  readonly directive?: { readonly cost: CostRules; readonly ladder: DistanceLadder }
}

/** Two-way selection and directive assignment are computed at once; all other ways go turn by turn. */
export const isComputed = ({ way }: Pick<RoundRow, 'way'>): boolean => way === 'two-way' || way === 'directive'

export interface RoundRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly cohort_id: string
  readonly title: string
  readonly way: Way
  readonly state: RoundState
  readonly settings: RoundSettings
  readonly draw_source: string
  readonly draw_on: PlainDate
  readonly replaced_why: string | null
  readonly opening: string | null
  readonly commitment: string | null
  readonly seed: Buffer | null
  readonly committed_on: PlainDate | null
  readonly committed_by: string | null
  readonly drawn_value: string | null
  readonly drawn_seed: string | null
  readonly drawn_by: string | null
  readonly present_name: string | null
  readonly present_by: string | null
  readonly seq: number
  readonly last_hash: string | null
  readonly last_ms: bigint
  readonly seal: string | null
  readonly drafted_on: PlainDate
}

const COLUMNS = `id, unit_code, cohort_id, title, way, state, settings, draw_source, draw_on, replaced_why, opening, commitment, seed, committed_on, committed_by,
  drawn_value, drawn_seed, drawn_by, present_name, present_by, seq, last_hash, last_ms, seal, drafted_on`

/** The unit that holds a round; none outside the transaction's range. */
export async function whereRoundIs({ roundId }: { roundId: string }, { tx }: Pick<ViewContext, 'tx'>): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from placement.rounds where id = $1', [roundId])
  return rows[0]?.unit_code
}

export async function findRound(tx: Tx, roundId: string): Promise<RoundRow | undefined> {
  const { rows } = await tx.query<RoundRow>(`select ${COLUMNS} from placement.rounds where id = $1`, [roundId])
  return rows[0]
}

/** The round, and nobody else says anything in it until the transaction ends. */
export async function lockRound(tx: Tx, { roundId, unitCode }: { roundId: string; unitCode: UnitCode }): Promise<RoundRow> {
  const { rows } = await tx.query<RoundRow>(`select ${COLUMNS} from placement.rounds where bureau_code = $1 and id = $2 for update`, [
    bureauOf(unitCode),
    roundId,
  ])
  const [row] = rows
  if (!row) throw new Error('the round was there a moment ago: rounds are never removed')
  return row
}

export interface RoundPersonRow {
  readonly candidate_id: string
  readonly person_id: string
  readonly unit_code: UnitCode
  readonly number: number
  readonly masked_name: string
  readonly proxy: string[] | null
  readonly proxy_by: string | null
  readonly pseudonym: string | null
  readonly position: number | null
  readonly post_code: string | null
}

/** Who takes part, in the order of the round once there is one. */
export async function listRoundPeople(tx: Tx, { id, unit_code }: Pick<RoundRow, 'id' | 'unit_code'>): Promise<RoundPersonRow[]> {
  const { rows } = await tx.query<RoundPersonRow>(
    `select candidate_id, person_id, unit_code, number, masked_name, proxy, proxy_by, pseudonym, position, post_code
       from placement.round_people where bureau_code = left($2, 6) and round_id = $1 order by position, number`,
    [id, unit_code],
  )
  return rows
}
