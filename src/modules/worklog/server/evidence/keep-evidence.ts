import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { findPaperDraft, keepPaper } from '../../../../platform/files/index.ts'
import { MOST_EVIDENCE } from '../../contract.ts'
import type { EvidenceRefusal } from '../../contract-evidence.ts'

/** The record that files are given to, held by the transaction or made in it. */
interface OfRecord {
  readonly recordId: string
  readonly unitCode: UnitCode
}

const COUNT = `
  select count(*)::int as count, coalesce(bool_or(f.address = $4), false) as "isThere"
    from worklog.evidence e join spine.files f on f.bureau_code = e.bureau_code and f.id = e.file_id
   where e.bureau_code = left($1, 6) and e.record_id = $2 and e.unit_code = $3`

const INSERT = `
  insert into worklog.evidence (bureau_code, record_id, file_id, unit_code, is_picture, added_by, added_at)
  values (left($1, 6), $2, $3, $1, $4, $5, $6)`

/** Keeps a draft of the actor's for good with a record. The same picture is kept once, under whatever name it came. */
export async function keepEvidence(
  { tx, actor, now, note }: ActionContext,
  { recordId, unitCode }: OfRecord,
  draftId: string,
): Promise<Result<{ fileId: string }, EvidenceRefusal>> {
  // A photo that was taken without a network came ahead of the record, as those of visits do.
  const asked = { id: draftId, unitCode, ownerId: actor.accountId, now, orPhoto: true }
  const draft = await findPaperDraft(tx, asked)
  if (!draft) return refuse({ code: 'evidence-not-found' })
  const { rows } = await tx.query<{ count: number; isThere: boolean }>(COUNT, [unitCode, recordId, unitCode, draft.address])
  if (rows[0]?.isThere) return refuse({ code: 'already-attached' })
  if ((rows[0]?.count ?? 0) >= MOST_EVIDENCE) return refuse({ code: 'too-much-evidence', most: MOST_EVIDENCE })
  const fileId = await keepPaper(tx, asked)
  if (!fileId) return refuse({ code: 'evidence-not-found' })
  await tx.query(INSERT, [unitCode, recordId, fileId, draft.contentType === 'image/jpeg', actor.accountId, now])
  note({ record: recordId, file: fileId })
  return ok({ fileId })
}

/** A record that takes the place of a wrong one is shown by the same files. */
export const carryEvidence = ({ tx }: ActionContext, { recordId, unitCode }: OfRecord, from: string): Promise<unknown> =>
  tx.query(
    `insert into worklog.evidence (bureau_code, record_id, file_id, unit_code, is_picture, added_by, added_at)
     select bureau_code, $3, file_id, unit_code, is_picture, added_by, added_at from worklog.evidence
      where bureau_code = left($1, 6) and record_id = $2`,
    [unitCode, from, recordId],
  )
