import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { CandidateCode, CandidateState, Cohort, Way } from '../../contract.ts'
import { articleOf, type CandidateStep, STEPS, stateAfter } from '../../domain/states/candidate-states.ts'

export interface CandidateRow {
  id: string
  unit_code: UnitCode
  cohort_id: string
  person_id: PersonId
  number: number
  state: CandidateState
  steps: number
  since_on: PlainDate
  leaving_on: PlainDate
  year: number
  season: Cohort['season']
  group_code: Cohort['group']
  window_closes_on: PlainDate | null
  file_received_on: PlainDate | null
  reported_on: PlainDate | null
  way: Way | null
  total_hundredths: number | null
  exam_hundredths: number | null
  appraisal_hundredths: number | null
  /** A bigint on the wire of the database. */
  composite: string | null
  rank: number | null
  letter_on: PlainDate | null
  start_by: PlainDate | null
  started_on: PlainDate | null
  codes: CandidateCode[]
  further_places: string[]
  hardship: number
}

const COLUMNS = `id, unit_code, cohort_id, person_id, number, state, steps, since_on, leaving_on, year, season, group_code, window_closes_on,
  file_received_on, reported_on, way, total_hundredths, exam_hundredths, appraisal_hundredths, composite::text, rank,
  letter_on, start_by, started_on, codes, further_places, hardship`

export async function findCandidate(tx: Tx, id: string): Promise<CandidateRow | undefined> {
  const { rows } = await tx.query<CandidateRow>(`select ${COLUMNS} from placement.candidates where id = $1`, [id])
  return rows[0]
}

export async function findCandidatesOf(tx: Tx, cohortId: string): Promise<CandidateRow[]> {
  const { rows } = await tx.query<CandidateRow>(`select ${COLUMNS} from placement.candidates where cohort_id = $1 order by number`, [
    cohortId,
  ])
  return rows
}

export async function findCandidatesOfPerson(tx: Tx, personId: string): Promise<CandidateRow[]> {
  const { rows } = await tx.query<CandidateRow>(
    `select ${COLUMNS} from placement.candidates where person_id = $1 order by leaving_on desc, id`,
    [personId],
  )
  return rows
}

/** The station that keeps the candidate's file, in the transaction's range. */
export const whereCandidateIs = async ({ candidateId }: { candidateId: string }, { tx }: ViewContext): Promise<UnitCode | undefined> =>
  (await findCandidate(tx, candidateId))?.unit_code

/** Held until the transaction ends. @throws where it has gone */
export async function lockCandidate(tx: Tx, id: string): Promise<CandidateRow> {
  await tx.query('select from placement.candidates where id = $1 for update', [id])
  const found = await findCandidate(tx, id)
  if (!found) throw new Error('the candidate has gone')
  return found
}

/** Whether a score may still be objected to: before it is published, and until the window closes. */
export const isWindowOpen = ({ window_closes_on }: CandidateRow, today: PlainDate): boolean =>
  window_closes_on === null || today <= window_closes_on

type NotFromHere = { readonly code: 'not-from-here'; readonly state: CandidateState }
type ChangedMeanwhile = { readonly code: 'changed-meanwhile'; readonly steps: number }

/** The candidate as it was seen, held, and where the step leads; or why it cannot be taken. */
export async function beginStep(
  { tx }: ActionContext,
  seen: { candidateId: string; steps: number },
  step: CandidateStep,
): Promise<Result<{ row: CandidateRow; to: CandidateState }, NotFromHere | ChangedMeanwhile>> {
  const row = await lockCandidate(tx, seen.candidateId)
  if (row.steps !== seen.steps) return refuse({ code: 'changed-meanwhile', steps: row.steps })
  const to = stateAfter(row.state, step)
  return to === undefined ? refuse({ code: 'not-from-here', state: row.state }) : ok({ row, to })
}

export interface TakenStep {
  readonly row: CandidateRow
  readonly step: CandidateStep | 'add' | 'settleObjection' | 'confirm' | 'describe'
  readonly to: CandidateState
  readonly article?: string | undefined
  readonly reason?: string | undefined
}

const SAID = 'placement.candidate_steps.said'

export const openSaid = (
  secrets: ViewContext['secrets'],
  candidateId: string,
  step: { number: number; said: Buffer | null },
): string | null => (step.said === null ? null : secrets.decrypt(SAID, `${candidateId}:${step.number}`, step.said))

/**
 * Takes a step: the state, its place in the candidate's journal, the fact, and the trace. The number is the version: of two
 * at once the second fails on the key.
 */
export async function takeStep(context: ActionContext, taken: TakenStep): Promise<{ state: CandidateState; steps: number }> {
  const { tx, today } = context
  const { row, step, to, reason } = taken
  const steps = row.steps + 1
  await tx.query(
    `update placement.candidates set state = $3, steps = $4, since_on = case when state = $3 then since_on else $5::date end where bureau_code = $1 and id = $2`,
    [bureauOf(row.unit_code), row.id, to, steps, today],
  )
  await appendStep(context, taken, steps)
  if (row.state !== to) context.fact({ kind: 'placement.moved', on: today, personIds: [row.person_id], dimensions: { to } })
  context.note({ candidate: row.id, step, ...(reason === undefined ? {} : { hasReason: true }) })
  context.subject(row.person_id)
  return { state: to, steps }
}

/** Who is to be given work and has not left the way, for the indicators: said when it begins to be so, and when it ceases. */
export function tellDue(context: ActionContext, row: CandidateRow, { was, is }: { was: boolean; is: boolean }): void {
  if (was === is) return
  const about = { on: context.today, unitCode: row.unit_code, personIds: [row.person_id] }
  context.fact({ kind: 'placement.due', ...about, quantity: is ? 1 : -1, dimensions: { group: row.group_code } })
}

async function appendStep({ tx, secrets, today, now, actor }: ActionContext, taken: TakenStep, number: number): Promise<void> {
  const { row, step, to, reason } = taken
  const article = taken.article ?? (step in STEPS ? articleOf(step as CandidateStep) : undefined)
  await tx.query(
    `insert into placement.candidate_steps (bureau_code, candidate_id, number, unit_code, person_id, step, from_state, to_state, article, said, taken_on, taken_at, taken_by, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      bureauOf(row.unit_code),
      row.id,
      number,
      row.unit_code,
      row.person_id,
      step,
      step === 'add' ? null : row.state,
      to,
      article ?? null,
      reason === undefined ? null : secrets.encrypt(SAID, `${row.id}:${number}`, reason),
      today,
      now,
      actor.accountId,
      // Of a step on /me no name is kept: whose it is, the row says.
      actor.person ? '' : actor.name,
    ],
  )
}
