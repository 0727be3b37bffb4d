import type { z } from 'zod'
import { refresh } from '../../../../../ui/outbox/field-desk.ts'
import type { Outbox } from '../../../../../ui/outbox/outbox.ts'
import { syncNow } from '../../../../../ui/outbox/sync.ts'
import { recordVisit, type VisitFields } from '../../../contract.ts'
import type { VisitDraft } from '../../visits/form/visit-draft.ts'

/** Puts a visit into the box of this device. True when it is on the disk, and only then. */
export async function keepVisit(box: Outbox, body: z.input<typeof VisitFields>, draft: VisitDraft): Promise<boolean> {
  const photos = draft.photoIds.flatMap((id) => {
    const hash = draft.keptPhotos[id]
    return hash === undefined ? [] : [{ id, hash }]
  })
  const label = draft.people.map(({ nameMasked }) => nameMasked).join('、')
  const subjects = draft.people.map(({ id }) => id)
  const instead = draft.replaces === undefined ? {} : { replaces: draft.replaces }
  const isKept = await box.save({ id: draft.key, action: recordVisit.name, body, subjects, label, photos, ...instead }).then(
    () => true,
    async () => (await box.list().catch(() => [])).some(({ id }) => id === draft.key),
  )
  await refresh()
  if (isKept) void syncNow()
  return isKept
}
