import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { attachEvidence as AttachEvidence } from '../../contract.ts'
import { findRecordUnit, getRecordForChange } from '../record-queries.ts'
import { keepEvidence } from './keep-evidence.ts'

/** One status a refusal, for all that take evidence. */
export const EVIDENCE_REFUSALS = { 'evidence-not-found': 404, 'already-attached': 409, 'too-much-evidence': 409 } as const

export const attachEvidence = action(AttachEvidence, {
  grant: 'work.write',
  where: ({ recordId }, { tx }) => findRecordUnit(tx, recordId),
  refusals: { ...EVIDENCE_REFUSALS, 'already-corrected': 409, 'is-a-counter-record': 422 },
  async run(context, { recordId, fileId }) {
    const row = await getRecordForChange(context.tx, { recordId, unitCode: context.unitCode })
    if (row.is_counter) return refuse({ code: 'is-a-counter-record' })
    if (row.counter_id) return refuse({ code: 'already-corrected', by: row.counter_id })
    const kept = await keepEvidence(context, { recordId, unitCode: row.unit_code }, fileId)
    if (!kept.ok) return kept
    return ok({ recordId })
  },
})
