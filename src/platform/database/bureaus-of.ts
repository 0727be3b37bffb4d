import type { CodeRange } from '../../kernel/region-code.ts'

/**
 * The bureaus of the range from $1 to $2 that have rows, each found by one step down an index that begins with the bureau:
 * what `with recursive bureau(code) as (…)` holds. The last row is null.
 */
export const bureausOf = (table: string): string => `
  (select b.bureau_code from ${table} b where b.bureau_code >= left($1, 6) and b.bureau_code < $2 order by b.bureau_code limit 1)
  union all
  select (select b.bureau_code from ${table} b where b.bureau_code > bureau.code and b.bureau_code < $2 order by b.bureau_code limit 1)
    from bureau where bureau.code is not null`

/** How many digits name a bureau: a range as narrow as that lies in one. */
const BUREAU = 6

/** The same for this very range: where it lies in one bureau, that one, without a look. */
export const bureausWithin = (range: CodeRange, table: string): string =>
  range.lo.length >= BUREAU ? 'select left($1, 6)' : bureausOf(table)
