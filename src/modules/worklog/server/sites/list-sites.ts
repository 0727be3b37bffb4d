import { rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listSites as ListSites } from '../../contract-sites.ts'
import { listSiteRows } from './site-rows.ts'

export const listSites = view(ListSites, {
  grant: 'work.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place, state, cursor = '', limit }) {
    const rows = await listSiteRows(tx, { within: rangeOf(place), state, after: cursor, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown,
      ...(rows.length > limit && last ? { next: `${last.unitCode}|${last.recordId}` } : {}),
      can: { publish: actor.grants.has('site.publish') },
    }
  },
})
