import { rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { listExportRows, shownExport } from './export-rows.ts'

export const listExports = view(contract.listExports, {
  grant: 'person.read',
  where: ({ place }) => place,
  async run(context, { place, status, mine, cursor, limit }) {
    const after = openCursor(context, 'export.list', cursor)?.map(String)
    const askedBy = mine ? context.actor.accountId : undefined
    const rows = await listExportRows(context.tx, { range: rangeOf(place), status, askedBy, after, limit: limit + 1 })
    const last = rows[limit - 1]
    const next = rows.length > limit && last ? { next: sealCursor(context, 'export.list', [last.asked_at, last.id]) } : {}
    return { rows: rows.slice(0, limit).map((row) => shownExport(row, context)), ...next }
  },
})
