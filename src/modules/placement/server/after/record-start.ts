import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { followUpFrom } from '../../domain/after/after-days.ts'
import { beginStep, type CandidateRow, takeStep, whereCandidateIs } from '../candidates/candidate-rows.ts'
import { findLetter, type LetterRow, sealWords } from './letter-rows.ts'

type Step = 'start' | 'notStarted' | 'followUp'
type Begun = { readonly row: CandidateRow; readonly to: CandidateRow['state']; readonly letter: LetterRow }

/** The candidate as it was seen, held, with the letter. A state after the letter has one. @throws where it has none */
async function beginAfter(
  context: ActionContext,
  seen: { candidateId: string; steps: number },
  step: Step,
): Promise<Result<Begun, Extract<Awaited<ReturnType<typeof beginStep>>, { ok: false }>['refusal']>> {
  const begun = await beginStep(context, seen, step)
  if (!begun.ok) return begun
  const letter = await findLetter(context.tx, seen.candidateId)
  if (!letter) throw new Error('a candidate after the letter has one')
  return ok({ ...begun.value, letter })
}

const about = ({ row }: Begun, on: CandidateRow['since_on']) => ({ on, unitCode: row.unit_code, personIds: [row.person_id] })

export const recordStart = action(contract.recordStart, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'in-future': 422, 'before-letter': 422 },
  async run(context, { startedOn, ...seen }) {
    if (startedOn > context.today) return refuse({ code: 'in-future', today: context.today })
    const begun = await beginAfter(context, seen, 'start')
    if (!begun.ok) return begun
    const { row, to, letter } = begun.value
    if (startedOn < letter.issued_on) return refuse({ code: 'before-letter', letterOn: letter.issued_on })
    await context.tx.query('update placement.candidates set started_on = $3 where bureau_code = $1 and id = $2', [
      bureauOf(row.unit_code),
      row.id,
      startedOn,
    ])
    const inTime = startedOn <= letter.start_by ? 'yes' : 'no'
    context.fact({ kind: 'placement.started', ...about(begun.value, startedOn), dimensions: { inTime } })
    return ok(await takeStep(context, { row, step: 'start', to }))
  },
})

export const recordNoStart = action(contract.recordNoStart, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'still-time': 409 },
  async run(context, { cause, reason, ...seen }) {
    const { tx, secrets, today } = context
    const begun = await beginAfter(context, seen, 'notStarted')
    if (!begun.ok) return begun
    const { row, to, letter } = begun.value
    if (today <= letter.start_by) return refuse({ code: 'still-time', startBy: letter.start_by })
    await tx.query(
      'update placement.letters set late_cause = $3, late_why = $4, late_on = $5 where bureau_code = $1 and candidate_id = $2',
      [bureauOf(letter.unit_code), row.id, cause, sealWords(secrets, { id: row.id, of: 'late' }, reason), today],
    )
    context.note({ cause })
    return ok(await takeStep(context, { row, step: 'notStarted', to, reason }))
  },
})

export const followUp = action(contract.followUp, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'too-early': 409 },
  async run(context, { isThere, isSatisfied, words, ...seen }) {
    const { tx, secrets, today } = context
    const begun = await beginAfter(context, seen, 'followUp')
    if (!begun.ok) return begun
    const { row, to, letter } = begun.value
    const from = letter.started_on === null ? undefined : followUpFrom(letter.started_on)
    if (from === undefined || today < from) return refuse({ code: 'too-early', from: from ?? today })
    await tx.query('update placement.candidates set followed_on = $3 where bureau_code = $1 and id = $2', [
      bureauOf(row.unit_code),
      row.id,
      today,
    ])
    await tx.query(
      'update placement.letters set is_there = $3, is_satisfied = $4, follow_words = $5 where bureau_code = $1 and candidate_id = $2',
      [bureauOf(letter.unit_code), row.id, isThere, isSatisfied, sealWords(secrets, { id: row.id, of: 'follow' }, words)],
    )
    const dimensions = { isThere: isThere ? 'yes' : 'no', satisfied: isSatisfied ? 'yes' : 'no' }
    context.fact({ kind: 'placement.followed', ...about(begun.value, today), dimensions })
    return ok(await takeStep(context, { row, step: 'followUp', to }))
  },
})
