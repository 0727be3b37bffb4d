import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'
import { peopleById } from '../rows/people-by-id.ts'

interface SuspicionColumns {
  id: string
  unit_code: UnitCode
  person_id: string
  other_id: string
  signs: contract.DuplicateSign[]
  status: 'open' | 'dismissed'
  found_on: PlainDate
  reason: string | null
}

export const listDuplicates = view(contract.listDuplicates, {
  grant: 'person.read',
  where: ({ place }) => place,
  async run(context, { place, status, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    const [on = '9999-01-01', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = openCursor(context, 'duplicate.list', cursor) ?? []
    const { rows } = await context.tx.query<SuspicionColumns>(
      `select id, unit_code, person_id, other_id, signs, status, found_on, reason from registry.duplicate_suspicions
        where unit_code >= $1 and unit_code < $2 and status = $3 and (found_on, id) < ($4::date, $5::uuid)
        order by found_on desc, id desc limit $6`,
      [lo, hi, status, on, id, limit + 1],
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const shown = await duplicateRows(context, page)
    return rows.length > limit && last
      ? { rows: shown, next: sealCursor(context, 'duplicate.list', [last.found_on, last.id]) }
      : { rows: shown }
  },
})

async function duplicateRows(context: ViewContext, rows: readonly SuspicionColumns[]) {
  const people = await listPeople(
    context,
    rows.flatMap(({ person_id, other_id }) => [person_id, other_id]),
  )
  const { grants } = context.actor
  return rows.flatMap((row) => {
    const [person, other] = [people.get(row.person_id), people.get(row.other_id)]
    if (!person || !other) return []
    const isOpen = row.status === 'open'
    const can = { merge: isOpen && grants.has('person.merge'), dismiss: isOpen && grants.has('person.write') }
    return [{ id: row.id, signs: row.signs, status: row.status, foundOn: row.found_on, reason: row.reason, person, other, can }]
  })
}

/** Closed files are left out: one of their pairs is being settled in this very moment. */
async function listPeople(context: ViewContext, ids: readonly string[]): Promise<Map<string, contract.PersonRow>> {
  const { rows } = await context.tx.query<ListedColumns>(peopleById(LISTED_COLUMNS, "p.status in ('active', 'deceased')"), [ids])
  return new Map(rows.map((row) => [row.id, maskedRow(row, context)]))
}
