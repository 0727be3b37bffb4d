import type { FileId } from '../../../kernel/id.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { findPaperDraft, keepPaper } from '../../../platform/files/index.ts'

type PhotoRefusal = { readonly code: 'photo-not-found' } | { readonly code: 'not-a-photo' }

export const PHOTO_REFUSALS = { 'photo-not-found': 404, 'not-a-photo': 422 } as const

/** Keeps a photo that the actor has sent at the unit of a facility. A document shows nothing of a monument. */
export async function keepPhoto(
  { tx, actor, now }: ActionContext,
  draftId: FileId,
  unitCode: UnitCode,
): Promise<Result<FileId, PhotoRefusal>> {
  const asked = { id: draftId, unitCode, ownerId: actor.accountId, now, orPhoto: true }
  const draft = await findPaperDraft(tx, asked)
  if (!draft) return refuse({ code: 'photo-not-found' })
  if (draft.contentType !== 'image/jpeg') return refuse({ code: 'not-a-photo' })
  const fileId = await keepPaper(tx, asked)
  return fileId ? ok(fileId) : refuse({ code: 'photo-not-found' })
}
