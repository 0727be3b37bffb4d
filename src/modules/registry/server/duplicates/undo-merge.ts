import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { claimCitizen, releaseCitizen } from '../file/claim-citizen.ts'
import { tellMerged } from '../file/file-followers.ts'
import { saveFile } from '../file/save-file.ts'
import { emitChange, lockPair, type MergeRecord } from './merge-persons.ts'

interface MergeRow {
  unit_code: UnitCode
  kept_id: PersonId
  merged_id: PersonId
  before: Buffer
  undone_at: string | null
}

const MERGE = 'select unit_code, kept_id, merged_id, before, undone_at from registry.merges where'

export const undoMerge = action(contract.undoMerge, {
  grant: 'person.merge',
  async where({ mergeId }, { tx }) {
    const { rows } = await tx.query<MergeRow>(`${MERGE} id = $1`, [mergeId])
    return rows[0]?.unit_code
  },
  refusals: { 'already-undone': 409, 'changed-since': 409, 'number-taken': 409 },
  async run(context, { mergeId, reason }) {
    const { tx, secrets, unitCode } = context
    const { rows } = await tx.query<MergeRow>(`${MERGE} bureau_code = left($1, 6) and id = $2 for update`, [unitCode, mergeId])
    const merge = rows[0]
    if (!merge || merge.undone_at !== null) return refuse({ code: 'already-undone' })
    const before = JSON.parse(secrets.decrypt('registry.merges.before', mergeId, merge.before)) as MergeRecord
    const files = await lockPair(context, [merge.kept_id, merge.merged_id])
    const [kept, gone] = [files.get(merge.kept_id), files.get(merge.merged_id)]
    if (kept?.version !== before.keptVersion || gone?.version !== before.goneVersion) return refuse({ code: 'changed-since' })

    await releaseCitizen(context, kept.state.person.citizenId, kept.id)
    for (const [file, state] of [
      [kept, before.kept],
      [gone, before.gone],
    ] as const) {
      const twin = await claimCitizen(context, { citizenId: state.person.citizenId, unitCode: file.unitCode, personId: file.id })
      if (twin) return refuse({ code: 'number-taken' })
    }
    const saved = await saveFile(context, kept, { after: before.kept, why: { reason } })
    await saveFile(context, gone, { after: before.gone, why: { reason } })
    emitChange(context, kept, before.kept)
    emitChange(context, gone, before.gone)
    await tx.query('update registry.merges set undone_at = $3, undone_by = $4 where bureau_code = left($1, 6) and id = $2', [
      unitCode,
      mergeId,
      context.now,
      context.actor.accountId,
    ])
    await tellMerged(context, { from: kept.id, to: gone.id, unitCode: gone.unitCode })
    context.subject(kept.id)
    context.fact({ kind: 'person.merged', on: context.today, personIds: [kept.id], quantity: -1 })
    return ok(saved)
  },
})
