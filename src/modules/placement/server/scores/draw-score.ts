import { daysBetween } from '../../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { drawSheet } from '../../domain/score/score.ts'
import { beginStep, takeStep, whereCandidateIs } from '../candidates/candidate-rows.ts'
import { findSchemeFor } from './scheme-rows.ts'
import { findSheets, keepSheet } from './sheet-rows.ts'

/** How each refusal of a sheet leaves the house. */
export const NOT_DRAWN = {
  'no-scheme': 409,
  'no-such-item': 422,
  'item-twice': 422,
  'more-than-once': 422,
  'too-short': 422,
  'one-of-group': 422,
  'service-is-counted': 422,
  'left-before-enlisting': 422,
} as const

export const drawScore = action(contract.drawScore, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { ...NOT_DRAWN, 'not-from-here': 409, 'changed-meanwhile': 409, 'not-for-work': 409, 'needs-objection': 409 },
  async run(context, input) {
    const begun = await beginStep(context, input, 'score')
    if (!begun.ok) return begun
    const { row: candidate, to } = begun.value
    if (candidate.way !== 'arrangedWork') return refuse({ code: 'not-for-work' })
    // What the person has confirmed is changed by an objection only, and only in its line.
    if ((await findSheets(context, candidate.id)).some(({ isConfirmed }) => isConfirmed)) return refuse({ code: 'needs-objection' })
    const scheme = await findSchemeFor(context.tx, candidate.unit_code, candidate.leaving_on)
    if (!scheme) return refuse({ code: 'no-scheme', leavingOn: candidate.leaving_on })
    const file = await findFile(context, candidate.person_id)
    if (!file) throw new Error('the file of a candidate has gone')
    const spell = { enlistedOn: input.enlistedOn, leavingOn: candidate.leaving_on, evidence: input.evidence }
    const drawn = drawSheet(scheme, spell, input.claims)
    if (!drawn.ok) return refuse(drawn.refusal)

    const id = context.actionId
    const sheet = { id, candidate, scheme, spell, sheet: drawn.value, bornOn: file.state.person.bornOn }
    await keepSheet(context, sheet, daysBetween(spell.enlistedOn, spell.leavingOn))
    const stepped = await takeStep(context, { row: candidate, step: 'score', to })
    context.note({ sheet: id, scheme: scheme.version, total: drawn.value.total })
    return ok({ sheetId: id, total: drawn.value.total, ...stepped })
  },
})
