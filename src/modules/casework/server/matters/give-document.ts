import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { keepPaper } from '../../../../platform/files/index.ts'
import { giveDocument as GiveDocument } from '../../contract.ts'
import { lockMatter, whereMatterIs } from './matter-rows.ts'

/** Enters a paper. A copy is the giver’s own upload, and from then on belongs to the matter. */
export const giveDocument = action(GiveDocument, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'not-asked-for': 422, 'matter-closed': 409, 'file-not-found': 404 },
  async run(context, { matterId, code, how, fileId }) {
    const { tx, actor, now, unitCode } = context
    const { row, rules } = await lockMatter(context, { id: matterId, unitCode })
    if (!rules.type.documents.some((document) => document.code === code)) return refuse({ code: 'not-asked-for' })
    if (row.outcome !== null) return refuse({ code: 'matter-closed' })
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
  },
})
