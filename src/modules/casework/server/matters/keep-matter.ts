import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { Channel } from '../../contract.ts'
import type { Answers } from '../../domain/matters/answers.ts'
import {
  holderOf,
  type MatterState,
  nextDeadline,
  nextLapse,
  outcomeOf,
  type Rules,
  type TakenStep,
} from '../../domain/matters/matter-state.ts'
import { sealAnswers } from './matter-rows.ts'
import type { SeatPlaces } from './seats.ts'

const SAID = 'casework.matter_steps.said'
const SAME = 'casework.matters.once_key'

/** A matter to be kept after a step. */
export interface KeptMatter {
  readonly id: string
  readonly unitCode: UnitCode
  readonly personId: string | null
  readonly rules: Rules
  readonly state: MatterState
  readonly places: SeatPlaces
}

/** What the columns of a matter say of its state: whose turn, until when, how it ended. */
function columnsOf({ rules, state, places }: KeptMatter) {
  const [holder, outcome, due, lapse] = [
    holderOf(rules, state),
    outcomeOf(rules, state),
    nextDeadline(rules, state),
    nextLapse(rules, state),
  ]
  const place = holder === undefined || holder === 'applicant' || holder === 'clock' ? null : places[holder]
  return {
    holder: holder ?? null,
    place,
    outcome: outcome ?? null,
    dueOn: due?.dueOn ?? 'infinity',
    dueClock: due?.code ?? null,
    lapseAfter: lapse?.clock.dueOn ?? 'infinity',
  }
}

/**
 * While a matter lives, or for its year, nobody has it twice; a matter that came to nothing may be had again. Where answers
 * make it the same matter they stand in the key as an index that cannot be read.
 */
export function onceKeyOf(secrets: WritingContext['secrets'], { rules, state }: KeptMatter, openedOn: string): string | null {
  const [outcome, { once, yearOf, sameBy }] = [outcomeOf(rules, state), rules.type]
  const isOver = outcome !== undefined && !rules.type.states[state.state]?.rests
  if (once === undefined || (isOver && !(once === 'year' && (outcome === 'granted' || outcome === 'handled')))) return null
  const day = yearOf === undefined ? openedOn : String(state.answers[yearOf] ?? openedOn)
  const key = once === 'year' ? day.slice(0, 4) : 'open'
  if (!sameBy) return key
  return `${key}:${sameHash(secrets, sameBy, state.answers)}`
}

/** What the answers that make a matter the same one come to. */
export function sameHash(secrets: Pick<Secrets, 'blindIndex'>, sameBy: readonly string[], answers: Answers): string {
  const said = sameBy.map((code) => String(answers[code] ?? '').replace(/[\s\p{P}]/gu, ''))
  return secrets.blindIndex(SAME, said.join('|')).toString('hex').slice(0, 32)
}

/** Enters a matter that has just begun. False where the person has the same matter already. */
export async function insertMatter(context: WritingContext, kept: KeptMatter, channel: Channel): Promise<boolean> {
  const { tx, secrets, actor, now, today } = context
  const { id, unitCode, personId, rules, state } = kept
  const columns = columnsOf(kept)
  const { rowCount } = await tx.query(
    `insert into casework.matters (bureau_code, id, unit_code, person_id, type_code, type_version, state, steps, holder, holder_place, channel, answers, clocks,
       taken_by, recused, due_on, due_clock, lapse_after, held_since, window_visits, outcome, closed_on, once_key, opened_on, opened_at, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $19, $24, $25)
     on conflict on constraint matters_once do nothing`,
    [
      bureauOf(unitCode),
      id,
      unitCode,
      personId,
      rules.type.code,
      rules.type.version,
      state.state,
      state.steps,
      columns.holder,
      columns.place,
      channel,
      sealAnswers(secrets, id, state.answers),
      JSON.stringify(state.clocks),
      JSON.stringify(state.takenBy),
      state.recused,
      columns.dueOn,
      columns.dueClock,
      columns.lapseAfter,
      today,
      channel === 'window' ? 1 : 0,
      columns.outcome,
      columns.outcome === null ? null : today,
      onceKeyOf(secrets, kept, today),
      now,
      actor.accountId,
    ],
  )
  return rowCount === 1
}

/** Writes what a step has made of a matter. Whoever had claimed it keeps it only while it stays with the same seat. */
export async function updateMatter(
  context: WritingContext,
  kept: KeptMatter,
  step: { openedOn: string; cameToWindow: boolean },
): Promise<void> {
  const { tx, secrets, today } = context
  const { id, unitCode, state } = kept
  const columns = columnsOf(kept)
  await tx.query(
    `update casework.matters set state = $3, steps = $4, holder = $5, holder_place = $6, answers = $7, clocks = $8, taken_by = $9, recused = $10,
       due_on = $11, due_clock = $12, lapse_after = $13, outcome = $14, closed_on = case when $14::text is null then null else coalesce(closed_on, $15::date) end,
       once_key = case when double_of is null then $16 end, double_key = case when double_of is not null then $16 end, window_visits = window_visits + $17,
       claimed_by = case when holder is not distinct from $5 and not ($18 = any($10)) then claimed_by end,
       claimed_name = case when holder is not distinct from $5 and not ($18 = any($10)) then claimed_name end,
       escalated_at = case when due_on = $11::date and due_clock is not distinct from $12 and $14::text is null then escalated_at end,
       escalated_place = case when due_on = $11::date and due_clock is not distinct from $12 and $14::text is null and escalated_at is not null
         then coalesce($6, escalated_place) end,
       held_since = case when holder is not distinct from $5 then held_since else $15::date end
     where bureau_code = $1 and id = $2`,
    [
      bureauOf(unitCode),
      id,
      state.state,
      state.steps,
      columns.holder,
      columns.place,
      sealAnswers(secrets, id, state.answers),
      JSON.stringify(state.clocks),
      JSON.stringify(state.takenBy),
      state.recused,
      columns.dueOn,
      columns.dueClock,
      columns.lapseAfter,
      columns.outcome,
      today,
      onceKeyOf(secrets, kept, step.openedOn),
      step.cameToWindow ? 1 : 0,
      context.actor.accountId,
    ],
  )
}

/** The step as the journal of the matter keeps it. */
export interface KeptStep {
  readonly taken: TakenStep
  readonly number: number
  readonly from: string | null
  readonly to: string
  readonly byName: string
  readonly byUnit: UnitCode
  readonly channel: Channel | null
}

/**
 * Appends a step with what the matter kept of its answers. The number is its version: of two at once the second fails on
 * the key. The first says by which rules the matter goes on.
 */
export async function appendStep(
  context: WritingContext,
  { id, unitCode, personId, state, rules }: Pick<KeptMatter, 'id' | 'unitCode' | 'personId' | 'state' | 'rules'>,
  step: KeptStep,
): Promise<void> {
  const { taken, number } = step
  const [type, version] = number === 1 ? [rules.type.code, rules.type.version] : [null, null]
  const answers = Object.fromEntries(Object.entries(taken.answers ?? {}).filter(([code, answer]) => state.answers[code] === answer))
  const said = JSON.stringify({ answers, ...(taken.reason === undefined ? {} : { reason: taken.reason }) })
  await context.tx.query(
    `insert into casework.matter_steps (bureau_code, matter_id, number, unit_code, step, seat, from_state, to_state, taken_on, taken_at, taken_by, by_name, by_unit, channel, said, person_id, type_code, type_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      bureauOf(unitCode),
      id,
      number,
      unitCode,
      taken.step,
      taken.seat,
      step.from,
      step.to,
      taken.on,
      context.now,
      context.actor.accountId,
      step.byName,
      step.byUnit,
      step.channel,
      context.secrets.encrypt(SAID, `${id}:${number}`, said),
      personId,
      type,
      version,
    ],
  )
}

export const openSaid = (secrets: WritingContext['secrets'], matterId: string, step: { number: number; said: Buffer | null }) =>
  step.said === null
    ? {}
    : (JSON.parse(secrets.decrypt(SAID, `${matterId}:${step.number}`, step.said)) as { answers?: TakenStep['answers']; reason?: string })
