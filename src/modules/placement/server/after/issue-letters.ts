import { daysBetween } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { placeBy, startBy } from '../../domain/after/after-days.ts'
import { lockCandidate, takeStep } from '../candidates/candidate-rows.ts'
import { lockRound, type RoundRow, whereRoundIs } from '../rounds/round-rows.ts'

interface PlacedRow {
  readonly candidate_id: string
  /** What they handed in: on /me for a two-way selection, beforehand for a round of turns. */
  readonly list: string[] | null
  readonly code: string
  readonly post_id: string
  readonly employer_name: string
  readonly uscc: string
  readonly title: string
  readonly kind: string
}

/** Whoever got a post in the round and has no letter yet, in the order of the round. */
async function findPlaced({ tx }: ActionContext, { id, unit_code }: RoundRow): Promise<PlacedRow[]> {
  const { rows } = await tx.query<PlacedRow>(
    `select p.candidate_id, coalesce(p.list, p.proxy) as list, q.code, q.post_id, o.employer_name, o.uscc, o.title, o.kind
       from placement.round_people p
       join placement.round_posts q on q.bureau_code = p.bureau_code and q.round_id = p.round_id and q.code = p.post_code
       join placement.posts o on o.bureau_code = q.bureau_code and o.id = q.post_id
       join placement.candidates c on c.bureau_code = p.bureau_code and c.id = p.candidate_id
      where p.bureau_code = left($2, 6) and p.round_id = $1 and p.outcome = 'placed' and c.state = 'picked'
      order by p.position, p.number`,
    [id, unit_code],
  )
  return rows
}

/** The next free number of the bureau's year; whoever comes second waits here, and so no number is missing. */
async function lastNumber({ tx, today }: ActionContext, { unit_code }: RoundRow): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('placement.letters ' || $1, 0))", [bureauOf(unit_code)])
  const { rows } = await tx.query<{ last: number }>(
    'select coalesce(max(number), 0)::int as last from placement.letters where bureau_code = $1 and year = $2',
    [bureauOf(unit_code), today.slice(0, 4)],
  )
  return rows[0]?.last ?? 0
}

const placeOnList = ({ list, code }: PlacedRow): number | null => {
  const at = list?.indexOf(code) ?? -1
  return at < 0 ? null : at + 1
}

async function keepLetter(
  context: ActionContext,
  round: RoundRow,
  { placed, number }: { placed: PlacedRow; number: number },
): Promise<void> {
  const { tx, today, now, actor } = context
  const wish = placeOnList(placed)
  await tx.query(
    `insert into placement.letters (bureau_code, candidate_id, unit_code, round_id, post_id, year, number, employer_name, uscc, post_title, kind, wish, issued_on, issued_at, issued_by)
     values (left($2, 6), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      placed.candidate_id,
      round.unit_code,
      round.id,
      placed.post_id,
      today.slice(0, 4),
      number,
      placed.employer_name,
      placed.uscc,
      placed.title,
      placed.kind,
      wish,
      today,
      now,
      actor.accountId,
    ],
  )
  await tx.query('update placement.candidates set letter_on = $3, start_by = $4 where bureau_code = left($2, 6) and id = $1', [
    placed.candidate_id,
    round.unit_code,
    today,
    startBy(today),
  ])
  await moveOn(context, round, { placed, wish })
}

/** The step, and what the indicators count by it: the letter, the days since the report, the wish where one was stated. */
async function moveOn(
  context: ActionContext,
  round: RoundRow,
  { placed, wish }: { placed: PlacedRow; wish: number | null },
): Promise<void> {
  const { today } = context
  const row = await lockCandidate(context.tx, placed.candidate_id)
  await takeStep(context, { row, step: 'issueLetter', to: 'letterIssued' })
  const about = { on: today, unitCode: row.unit_code, personIds: [row.person_id] }
  const inTime = row.reported_on === null ? 'unknown' : today <= placeBy(row.reported_on) ? 'yes' : 'no'
  const isState = placed.kind === 'special' ? 'no' : 'yes'
  context.fact({
    kind: 'placement.letter',
    ...about,
    dimensions: { employer: placed.kind, stateEmployer: isState, inTime, way: round.way },
  })
  if (row.reported_on !== null)
    context.fact({ kind: 'placement.letterDays', ...about, quantity: daysBetween(row.reported_on, today), dimensions: { way: round.way } })
  if (wish !== null) context.fact({ kind: 'placement.wish', ...about, dimensions: { wish: wish === 1 ? 'first' : 'later' } })
}

/** Letters of a closed round, all at once: whoever already has one keeps it. */
export const issueLetters = action(contract.issueLetters, {
  grant: 'placement.approve',
  where: whereRoundIs,
  refusals: { 'round-not-closed': 409, 'nobody-waits': 409 },
  async run(context, { roundId }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (round.state !== 'closed') return refuse({ code: 'round-not-closed', state: round.state })
    const placed = await findPlaced(context, round)
    if (placed.length === 0) return refuse({ code: 'nobody-waits' })
    const last = await lastNumber(context, round)
    for (const [at, one] of placed.entries()) await keepLetter(context, round, { placed: one, number: last + at + 1 })
    context.note({ round: roundId, letters: placed.length })
    return ok({ issued: placed.length, startBy: startBy(context.today) })
  },
})
