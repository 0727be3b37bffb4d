import type { OpenPaper } from '../../../platform/files/index.ts'

/** Whether somebody may see a photo of a defect: whoever may read the work of the facility's unit. Nobody is on it by purpose. */
export const openPhoto: OpenPaper = async (tx, { actor, fileId }) => {
  if (!actor.grants.has('work.read')) return false
  // The rows of a transaction are those of the actor's range.
  const { rowCount } = await tx.query('select from memorial.repairs where before_photo = $1 or after_photo = $1 limit 1', [fileId])
  return (rowCount ?? 0) > 0
}
