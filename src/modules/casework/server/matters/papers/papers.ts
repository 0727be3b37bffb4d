import { uuidv7 } from 'uuidv7'
import type { PersonId } from '../../../../../kernel/id.ts'
import type { UnitCode } from '../../../../../kernel/region-code.ts'
import type { OpenPaper } from '../../../../../platform/files/index.ts'
import { appendLeaf } from '../../../../../platform/journal/append-leaf.ts'
import { getMatterType } from '../load-types.ts'
import { type MatterRow, mayFind } from '../matter-rows.ts'
import { mayReadAnswers } from '../seats.ts'

type Given = Pick<MatterRow, 'id' | 'type_code' | 'type_version'> & { unit_code: UnitCode; person_id: PersonId | null }

/**
 * Whether somebody may see a paper: whoever may read what was answered in its matter, and nobody else. A paper shows names
 * and numbers in full, so each look is in the journal.
 */
export const openPaper: OpenPaper = async (tx, { actor, fileId, now }) => {
  if (!actor.grants.has('matter.read')) return false
  const { rows } = await tx.query<Given>(
    `select m.id, m.unit_code, m.person_id, m.type_code, m.type_version from casework.matter_documents d
       join casework.matters m on m.bureau_code = d.bureau_code and m.id = d.matter_id where d.file_id = $1`,
    [fileId],
  )
  const matter = rows[0]
  if (!matter || !mayFind(actor, matter)) return false
  if (!(await mayReadAnswers(tx, actor, { type: getMatterType(matter.type_code, matter.type_version), unitCode: matter.unit_code })))
    return false
  await appendLeaf(tx, {
    id: uuidv7(),
    name: 'matter.seePaper',
    unitCode: matter.unit_code,
    accountId: actor.accountId,
    at: now,
    detail: { matter: matter.id, file: fileId },
    ...(matter.person_id === null ? {} : { subject: matter.person_id }),
  })
  return true
}
