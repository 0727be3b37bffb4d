import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { OpenPaper } from '../../../../platform/files/index.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'

/** Whether somebody may see evidence: whoever may read its record. It may show names in full, so each look is in the journal. */
export const openEvidence: OpenPaper = async (tx, { actor, fileId, now }) => {
  if (!actor.grants.has('work.read')) return false
  // The rows of a transaction are those of the actor's range; of a corrected record any of the two says the same.
  const { rows } = await tx.query<{ record: string; unitCode: UnitCode; people: string[] }>(
    `select e.record_id as record, e.unit_code as "unitCode",
            array(select p.person_id from worklog.record_people p where p.bureau_code = e.bureau_code and p.record_id = e.record_id) as people
       from worklog.evidence e where e.file_id = $1 order by e.record_id limit 1`,
    [fileId],
  )
  const found = rows[0]
  if (!found) return false
  const [only, ...others] = found.people
  await appendLeaf(tx, {
    id: uuidv7(),
    name: 'work.seeEvidence',
    unitCode: found.unitCode,
    accountId: actor.accountId,
    at: now,
    detail: { record: found.record, file: fileId },
    ...(only !== undefined && others.length === 0 ? { subject: only } : {}),
  })
  return true
}
