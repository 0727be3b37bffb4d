import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { findImport, listImportRows, shownImport } from './import-rows.ts'

const readerOf = ({ actor }: ViewContext) => ({ accountId: actor.accountId, mayImport: actor.grants.has('person.import') })

export const getImport = view(contract.getImport, {
  grant: 'person.import',
  where: async ({ importId }, { tx }) => (await findImport(tx, importId))?.unit_code,
  async run(context, { importId }) {
    const row = await findImport(context.tx, importId)
    return row && shownImport(row, readerOf(context))
  },
})

export const listImports = view(contract.listImports, {
  grant: 'person.import',
  where: ({ place }) => place,
  async run(context, { place, cursor, limit }) {
    const after = openCursor(context, 'import.list', cursor)?.map(String)
    const rows = await listImportRows(context.tx, { range: rangeOf(place), after, limit: limit + 1 })
    const last = rows[limit - 1]
    const next = rows.length > limit && last ? { next: sealCursor(context, 'import.list', [last.started_at, last.id]) } : {}
    return { rows: rows.slice(0, limit).map((row) => shownImport(row, readerOf(context))), ...next }
  },
})
