import type { z } from 'zod'
import { addDays, addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'

/** What a list is sorted by, as a column that is never null; `age` runs against the day of birth. */
const SORTS = {
  unit: 'p.unit_code',
  name: 'p.name collate "C"',
  age: "(date '9999-12-31' - p.born_on)",
  lastContact: "coalesce(p.last_contact_on, '0001-01-01')",
  completeness: 'p.completeness',
  captured: 'p.captured_on',
} as const satisfies Record<z.infer<typeof contract.PersonSort>, string>

const CASTS = { unit: 'text', name: 'text', age: 'integer', lastContact: 'date', completeness: 'integer', captured: 'date' } as const

export const listPersons = view(contract.listPersons, {
  grant: 'person.read',
  where: (input) => input.place,
  async run(context, input) {
    const { sort, descending, limit } = input
    const filter = filterOf(input, context.today)
    const list = `person.list ${sort} ${descending}`
    const cursor = openCursor(context, list, input.cursor)
    const values = [...filter.values]
    if (cursor) values.push(...cursor)
    const [at, way] = [values.length, descending ? 'desc' : 'asc']
    const after = cursor ? `and (${SORTS[sort]}, p.id) ${descending ? '<' : '>'} ($${at - 1}::${CASTS[sort]}, $${at}::uuid)` : ''
    const { rows } = await context.tx.query<ListedColumns & { sort_key: string | number }>(
      `select ${LISTED_COLUMNS}, ${SORTS[sort]}::${CASTS[sort]} as sort_key from registry.people p where ${filter.text} ${after}
        order by ${SORTS[sort]} ${way}, p.id ${way} limit ${limit + 1}`,
      values,
    )
    const last = rows[limit - 1]
    const next = rows.length > limit && last ? { next: sealCursor(context, list, [last.sort_key, last.id]) } : {}
    const total = cursor ? {} : { total: await countPersons(context, input) }
    return { rows: rows.slice(0, limit).map((row) => maskedRow(row, context)), ...next, ...total }
  },
})

/** How many persons a filter finds: the same condition as the list, so that the two always agree. */
export async function countPersons({ tx, today }: Pick<ViewContext, 'tx' | 'today'>, input: contract.PersonFilter): Promise<number> {
  const filter = filterOf(input, today)
  const { rows } = await tx.query<{ total: number }>(
    `select count(*)::int as total from registry.people p where ${filter.text}`,
    filter.values,
  )
  return rows[0]?.total ?? 0
}

/** The condition of a roster on `registry.people p`, with its values from $1 on. */
export function filterOf(input: contract.PersonFilter, today: PlainDate): { text: string; values: unknown[] } {
  const range = rangeOf(input.place)
  const values: unknown[] = []
  const conditions: string[] = []
  const when = (value: unknown, condition: (at: string) => string): void => {
    if (value === undefined) return
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  when(range.lo, (at) => `p.unit_code >= ${at}`)
  when(range.hi, (at) => `p.unit_code < ${at}`)
  when(input.status, (at) => `p.status = any(${at}::text[])`)
  when(input.sex, (at) => `p.sex = ${at}`)
  when(input.living, (at) => `p.living = ${at}`)
  when(input.minAge === undefined ? undefined : addMonths(today, -12 * input.minAge), (at) => `p.born_on <= ${at}`)
  when(input.maxAge === undefined ? undefined : addDays(addMonths(today, -12 * (input.maxAge + 1)), 1), (at) => `p.born_on >= ${at}`)
  when(input.completenessBelow, (at) => `p.completeness < ${at}`)
  when(input.noContactSince, (at) => `(p.last_contact_on is null or p.last_contact_on < ${at})`)
  when(input.capturedFrom, (at) => `p.captured_on >= ${at}`)
  when(input.capturedTo, (at) => `p.captured_on <= ${at}`)
  when(
    input.classCode,
    (at) =>
      `exists (select from registry.entitled_identities i where i.bureau_code = p.bureau_code and i.person_id = p.id
                and i.class_code = ${at} and i.to_on is null and i.status <> 'ended')`,
  )
  return { text: conditions.join(' and '), values }
}
