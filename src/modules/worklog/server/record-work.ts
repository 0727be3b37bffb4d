import { ok } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { recordWork as RecordWork } from '../contract.ts'
import { type CheckedEntry, checkEntry } from './check-entry.ts'
import { EVIDENCE_REFUSALS } from './evidence/attach-evidence.ts'
import { keepEvidence } from './evidence/keep-evidence.ts'
import { insertRecords } from './record-rows.ts'
import { tellFacts } from './tell-facts.ts'

/** One status a refusal, for all that record. */
export const RECORD_REFUSALS = {
  'unknown-place': 404,
  'unknown-kind': 404,
  'kind-retired': 409,
  'not-at-this-tier': 422,
  'in-the-future': 422,
  'ends-before-start': 422,
  'never-ends': 422,
  'values-wrong': 422,
  'nobody-named': 422,
  'names-nobody': 422,
  'no-organisation': 422,
  'names-no-organisation': 422,
  'person-not-found': 404,
} as const

/** Writes a checked record, tells its facts, and names in the journal what it is and whom it is about. */
export async function landEntry(context: ActionContext, record: { id: string; entry: CheckedEntry; correctsId?: string }): Promise<void> {
  const { fields, facts, kind } = record.entry
  await insertRecords(context, [record])
  tellFacts(context, { ...fields, facts })
  context.note({ kind: kind.code, people: fields.personIds.length })
  const [only, ...others] = fields.personIds
  if (only && others.length === 0) context.subject(only)
}

export const recordWork = action(RecordWork, {
  grant: 'work.write',
  where: ({ unitCode }) => unitCode,
  refusals: { ...RECORD_REFUSALS, ...EVIDENCE_REFUSALS },
  async run(context, { evidence, ...fields }) {
    const checked = await checkEntry(context, fields)
    if (!checked.ok) return checked
    await landEntry(context, { id: context.actionId, entry: checked.value })
    for (const draft of evidence) {
      const kept = await keepEvidence(context, { recordId: context.actionId, unitCode: fields.unitCode }, draft)
      if (!kept.ok) return kept
    }
    return ok({ id: context.actionId })
  },
})
