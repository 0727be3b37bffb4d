import { daysBetween } from '../../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import type { CandidateState } from '../../contract.ts'
import * as contract from '../../contract.ts'
import type { Scheme } from '../../domain/score/scheme.ts'
import { type Claim, changedItems, drawSheet } from '../../domain/score/score.ts'
import { type CandidateRow, lockCandidate, takeStep } from '../candidates/candidate-rows.ts'
import { NOT_DRAWN } from './draw-score.ts'
import { closeObjection, countOpen, findObjection, type ObjectionRow } from './objection-rows.ts'
import { findSchemeFor } from './scheme-rows.ts'
import { findSheets, keepSheet, type OpenedSheet } from './sheet-rows.ts'

type Input = Parameters<Parameters<typeof action<typeof contract.settleObjection>>[1]['run']>[1]

const isService = (scheme: Scheme, item: string): boolean => item === scheme.service.first || item === scheme.service.beyond

/** What counts after the line has been put right; the others stay as they were. */
function claimsAfter(scheme: Scheme, sheet: OpenedSheet, { line }: ObjectionRow, input: Input): Claim[] {
  const others = sheet.lines.filter(({ item }) => item !== line && !isService(scheme, item))
  const right = input.line && !isService(scheme, line) && input.line.quantity > 0 ? [{ item: line, ...input.line }] : []
  return [...others.map(({ item, quantity, evidence }) => ({ item, quantity, evidence })), ...right]
}

/** Draws the sheet anew with the line as it is right. An objection to service may change both lines of it, and no other. */
async function redraw(context: ActionContext, row: { candidate: CandidateRow; objection: ObjectionRow }, input: Input) {
  const { candidate, objection } = row
  const [sheet] = await findSheets(context, candidate.id)
  const scheme = await findSchemeFor(context.tx, candidate.unit_code, candidate.leaving_on)
  if (!sheet || !scheme) return refuse({ code: 'no-scheme' as const, leavingOn: candidate.leaving_on })
  const ofService = isService(scheme, objection.line)
  if (ofService ? input.enlistedOn === undefined : input.line === undefined) return refuse({ code: 'line-missing' as const })
  const spell = { ...sheet.spell, ...(ofService && input.enlistedOn ? { enlistedOn: input.enlistedOn } : {}) }
  const drawn = drawSheet(scheme, spell, claimsAfter(scheme, sheet, objection, input))
  if (!drawn.ok) return refuse(drawn.refusal)
  const changed = changedItems(sheet.lines, drawn.value.lines)
  const others = changed.filter((item) => item !== objection.line && !(ofService && isService(scheme, item)))
  if (others.length > 0) return refuse({ code: 'other-line-changed' as const, items: others })
  return changed.length === 0 ? refuse({ code: 'nothing-changed' as const }) : ok({ scheme, spell, sheet: drawn.value })
}

/** Where the candidate goes on once nothing is open any more: a list that was published stays published. */
async function stateAfterwards(context: ActionContext, candidate: CandidateRow): Promise<CandidateState> {
  if ((await countOpen(context, candidate.id)) > 0) return 'objected'
  return candidate.window_closes_on === null ? 'scored' : 'scorePublished'
}

export const settleObjection = action(contract.settleObjection, {
  grant: 'placement.approve',
  where: async ({ objectionId }, context) => (await findObjection(context, objectionId))?.unit_code,
  refusals: { ...NOT_DRAWN, 'already-settled': 409, 'line-missing': 422, 'other-line-changed': 409, 'nothing-changed': 422 },
  async run(context, input) {
    const asked = await findObjection(context, input.objectionId)
    if (!asked) throw new Error('the objection has gone')
    const candidate = await lockCandidate(context.tx, asked.candidate_id)
    const objection = await findObjection(context, input.objectionId)
    if (!objection || objection.outcome !== null || candidate.state !== 'objected') return refuse({ code: 'already-settled' })
    let total = candidate.total_hundredths ?? 0
    if (input.outcome === 'upheld') {
      const redrawn = await redraw(context, { candidate, objection }, input)
      if (!redrawn.ok) return redrawn
      const file = await findFile(context, candidate.person_id)
      if (!file) throw new Error('the file of a candidate has gone')
      const { spell, sheet } = redrawn.value
      const kept = { id: context.actionId, candidate, ...redrawn.value, bornOn: file.state.person.bornOn, objectionId: objection.id }
      await keepSheet(context, kept, daysBetween(spell.enlistedOn, spell.leavingOn))
      total = sheet.total
    }
    await closeObjection(context, objection, input)
    const to = await stateAfterwards(context, candidate)
    const stepped = await takeStep(context, { row: candidate, step: 'settleObjection', to })
    context.note({ objection: objection.id, outcome: input.outcome, total })
    return ok({ ...stepped, total })
  },
})
