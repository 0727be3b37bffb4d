/** Amounts by month number: at least one month, ascending. */
export interface Amounts {
  readonly months: readonly number[]
  readonly values: readonly number[]
}

/** As the database writes an array whose first subscript is a month: `[24322:24324]={5,NULL,3}`. */
export function amountsText({ months, values }: Amounts): string {
  const [first, last] = [months[0] ?? 0, months.at(-1) ?? 0]
  const row = new Array<number | 'NULL'>(last - first + 1).fill('NULL')
  for (const [at, month] of months.entries()) if (values[at] !== 0) row[month - first] = values[at] ?? 'NULL'
  return `[${first}:${last}]={${row.join(',')}}`
}

/** Reads such an array; months with nothing are left out. */
export function readAmounts(text: string): Map<number, number> {
  const first = Number(text.slice(1, text.indexOf(':')))
  const values = text.slice(text.indexOf('{') + 1, -1).split(',')
  return new Map(values.flatMap((value, at) => (value === 'NULL' || value === '0' ? [] : [[first + at, Number(value)] as const])))
}
