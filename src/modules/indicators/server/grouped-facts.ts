import { prefixOf } from '../domain/nodes.ts'
import { type Asked, isOwn } from './asked.ts'
import { definitions } from './definitions.ts'

/** How many digits tell the nodes asked for apart; the facts of units below are added up by the database. */
export const digitsFor = ({ nodes }: Pick<Asked, 'nodes'>): number =>
  Math.max(0, ...nodes.map((node) => (isOwn(node) ? 16 : prefixOf(node).length)))

/** Days on which a definition begins or ends, ascending: between two of them a subject always means the same. */
export const ERAS: readonly string[] = [
  ...new Set(definitions.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === undefined ? [] : [validTo])])),
].toSorted()

/**
 * The columns of facts `f` added up by unit, cut to so many digits, and by month; the first five are grouped by. A day
 * of them stands for all: they are of one month and mean the same by every definition.
 */
export const groupedBy = ({ digits, eras }: { digits: string; eras: string }): string =>
  `f.kind, f.dimensions, rpad(left(f.unit_code, ${digits}), 12, '0') as unit_code, date_trunc('month', f.on_day::timestamp) as month,
   width_bucket(f.on_day, ${eras}) as era, min(f.on_day) as on_day,
   sum(f.quantity)::bigint as quantity, sum(f.quantity * cardinality(f.person_ids))::bigint as turnouts`
