import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { isConfirmable } from '../../domain/states/candidate-states.ts'
import { beginStep, type CandidateRow, isWindowOpen, lockCandidate, takeStep, whereCandidateIs } from '../candidates/candidate-rows.ts'
import { insertObjection, whyNotObject } from './objection-rows.ts'
import { findSheets } from './sheet-rows.ts'

export const objectToScore = action(contract.objectToScore, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'not-from-here': 409, 'changed-meanwhile': 409, 'no-such-line': 422, 'line-open': 409, 'window-closed': 409 },
  async run(context, input) {
    const begun = await beginStep(context, input, 'object')
    if (!begun.ok) return begun
    const { row: candidate, to } = begun.value
    if (candidate.window_closes_on !== null && !isWindowOpen(candidate, context.today))
      return refuse({ code: 'window-closed', closedOn: candidate.window_closes_on })
    const why = await whyNotObject(context, { candidate, line: input.line })
    if (why !== undefined) return refuse({ code: why })
    const objectionId = await insertObjection(context, { candidate, line: input.line, words: input.words, via: 'window' })
    const stepped = await takeStep(context, { row: candidate, step: 'object', to })
    return ok({ objectionId, ...stepped })
  },
})

/** Writes the confirmation of the sheet that stands. False where it has been confirmed already. */
export async function confirmSheet({ tx, now, actor }: ActionContext, candidate: CandidateRow, sheetId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update placement.score_sheets set confirmed_at = $3, confirmed_by = $4 where bureau_code = $1 and id = $2 and confirmed_at is null',
    [bureauOf(candidate.unit_code), sheetId, now, actor.accountId],
  )
  return rowCount === 1
}

export const confirmScore = action(contract.confirmScore, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'changed-meanwhile': 409, 'not-the-sheet': 409, 'not-now': 409 },
  async run(context, { candidateId, steps, sheetId }) {
    const candidate = await lockCandidate(context.tx, candidateId)
    if (candidate.steps !== steps) return refuse({ code: 'changed-meanwhile', steps: candidate.steps })
    if (!isConfirmable(candidate.state)) return refuse({ code: 'not-now', state: candidate.state })
    const [sheet] = await findSheets(context, candidateId)
    if (sheet?.id !== sheetId || !(await confirmSheet(context, candidate, sheetId))) return refuse({ code: 'not-the-sheet' })
    const stepped = await takeStep(context, { row: candidate, step: 'confirm', to: candidate.state })
    context.note({ sheet: sheetId })
    return ok(stepped)
  },
})
