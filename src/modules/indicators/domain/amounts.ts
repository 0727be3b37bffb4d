/** Amounts by month number. */
export type Amounts = ReadonlyMap<number, number>

/** As the database writes an array whose first subscript is a month: `[24322:24324]={5,NULL,3}`. At least one month. */
export function amountsText(amounts: Amounts): string {
  const months = [...amounts.keys()]
  const [first, last] = [Math.min(...months), Math.max(...months)]
  const values = Array.from({ length: last - first + 1 }, (_, at) => amounts.get(first + at) || 'NULL')
  return `[${first}:${last}]={${values.join(',')}}`
}

/** Reads such an array; months with nothing are left out. */
export function readAmounts(text: string): Map<number, number> {
  const first = Number(text.slice(1, text.indexOf(':')))
  const values = text.slice(text.indexOf('{') + 1, -1).split(',')
  return new Map(values.flatMap((value, at) => (value === 'NULL' || value === '0' ? [] : [[first + at, Number(value)] as const])))
}
