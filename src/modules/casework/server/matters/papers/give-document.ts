import type { z } from 'zod'
import { bureauOf } from '../../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { ActionContext } from '../../../../../platform/actions/context.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { findPaperDraft, keepPaper } from '../../../../../platform/files/index.ts'
import { giveDocument as GiveDocument, type PhotoWrong } from '../../../contract.ts'
import { type PhotoSpec, photoFaults } from '../../../domain/matters/photo-spec.ts'
import { type LoadedMatter, lockMatter, whereMatterIs } from '../matter-rows.ts'

interface Paper {
  readonly code: string
  readonly how: 'seen' | 'kept' | 'shared'
  readonly fileId?: string | undefined
}

type Refused =
  | { readonly code: 'not-asked-for' }
  | { readonly code: 'matter-closed' }
  | { readonly code: 'file-not-found' }
  | z.output<typeof PhotoWrong>

/** A copy that is asked for in one size and no other, and is not of it. Of somebody else's upload nothing is said here. */
async function photoWrong({ tx, actor, now }: ActionContext, spec: PhotoSpec, fileId: string): Promise<Refused | undefined> {
  const draft = await findPaperDraft(tx, { id: fileId, ownerId: actor.accountId, now })
  if (!draft) return undefined
  const { width, height, dpi, size: bytes, contentType } = draft
  const measured = {
    isJpeg: contentType === 'image/jpeg',
    bytes,
    width: width ?? undefined,
    height: height ?? undefined,
    dpi: dpi ?? undefined,
  }
  const faults = photoFaults(spec, measured)
  return faults.length === 0 ? undefined : { code: 'photo-wrong', faults, width, height, dpi, bytes }
}

/** Enters a paper in a matter that is locked. A copy is the giver’s own upload, and from then on belongs to the matter. */
export async function giveIn(context: ActionContext, { row, rules }: LoadedMatter, paper: Paper): Promise<Result<{ id: string }, Refused>> {
  const { tx, actor, now } = context
  const { code, how, fileId } = paper
  const asked = rules.type.documents.find((document) => document.code === code)
  if (!asked) return refuse({ code: 'not-asked-for' })
  if (row.outcome !== null) return refuse({ code: 'matter-closed' })
  const wrong = asked.photo && fileId !== undefined ? await photoWrong(context, asked.photo, fileId) : undefined
  if (wrong) return refuse(wrong)
  const kept = fileId && (await keepPaper(tx, { id: fileId, unitCode: row.unit_code, ownerId: actor.accountId, now }))
  if ((how === 'kept') !== (kept !== undefined)) return refuse({ code: 'file-not-found' })
  await tx.query(
    `insert into casework.matter_documents (bureau_code, id, matter_id, unit_code, code, how, file_id, given_at, given_by, person_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [bureauOf(row.unit_code), context.actionId, row.id, row.unit_code, code, how, kept ?? null, now, actor.accountId, row.person_id],
  )
  context.note({ matter: row.id, document: code, how })
  if (row.person_id !== null) context.subject(row.person_id)
  return ok({ id: context.actionId })
}

export const giveDocument = action(GiveDocument, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'not-asked-for': 422, 'matter-closed': 409, 'file-not-found': 404, 'photo-wrong': 422 },
  run: async (context, { matterId, ...paper }) =>
    await giveIn(context, await lockMatter(context, { id: matterId, unitCode: context.unitCode }), paper),
})
