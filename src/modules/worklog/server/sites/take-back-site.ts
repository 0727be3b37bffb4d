import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { takeBackSite as TakeBackSite } from '../../contract-sites.ts'
import { findRecordUnit } from '../record-queries.ts'
import { hideSite } from './site-rows.ts'

/** 撤下: from the next look on nobody without an account sees it. The reason stands in the journal. */
export const takeBackSite = action(TakeBackSite, {
  grant: 'site.publish',
  where: ({ recordId }, { tx }) => findRecordUnit(tx, recordId),
  refusals: { 'not-published': 409 },
  async run(context, { recordId, reason }) {
    const unitCode = await findRecordUnit(context.tx, recordId)
    const isHidden = unitCode !== undefined && (await hideSite(context.tx, { recordId, unitCode, why: 'takenBack' }))
    if (!isHidden) return refuse({ code: 'not-published' })
    context.note({ record: recordId, reason })
    return ok({ recordId })
  },
})
