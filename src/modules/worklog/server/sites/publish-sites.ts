import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { type HeldBack, publishSites as PublishSites } from '../../contract-sites.ts'
import { SITE_KIND, siteOf } from '../../domain/sites/site.ts'
import { getSiteRecords, type SiteRecord, showSite } from './site-rows.ts'

/** Puts one on the map; else why not. */
async function publishOne(context: ActionContext, recordId: string, record: SiteRecord | undefined): Promise<HeldBack | undefined> {
  if (!record) return { recordId, why: 'not-found' }
  if (record.kind !== SITE_KIND) return { recordId, why: 'not-a-site' }
  if (!record.stands) return { recordId, why: 'no-longer-stands' }
  const site = siteOf(record.field_values)
  if ('why' in site) return { recordId, ...site }
  await showSite(context, record, site)
  return undefined
}

/**
 * 公布: what the records of memorial facilities say is shown to everybody from now on. The office that answers for the place
 * publishes, from the county upward (烈士褒扬条例 第三十三条: the level says who approves the facility, and the county files it).
 */
export const publishSites = action(PublishSites, {
  grant: 'site.publish',
  where: ({ unitCode }) => unitCode,
  refusals: { 'nothing-published': 422 },
  async run(context, { unitCode, recordIds }) {
    const within = rangeOf(unitCode as UnitCode)
    const records = new Map((await getSiteRecords(context.tx, { ids: recordIds, unitCode, within })).map((row) => [row.id, row]))
    const held: HeldBack[] = []
    for (const id of recordIds) held.push(...[await publishOne(context, id, records.get(id))].filter((one) => one !== undefined))
    const published = recordIds.length - held.length
    if (published === 0) return refuse({ code: 'nothing-published', held })
    const heldIds = new Set(held.map(({ recordId }) => recordId))
    context.note({ published: recordIds.filter((id) => !heldIds.has(id)) })
    return ok({ published, held })
  },
})
