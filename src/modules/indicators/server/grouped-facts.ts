import { prefixOf } from '../domain/nodes.ts'
import { type Asked, isOwn } from './asked.ts'

/** How many digits tell the nodes asked for apart; the facts of units below are added up by the database. */
export const digitsFor = ({ nodes }: Pick<Asked, 'nodes'>): number =>
  Math.max(0, ...nodes.map((node) => (isOwn(node) ? 16 : prefixOf(node).length)))

/** The columns of facts `f` added up by unit, cut to so many digits; the first four are grouped by. */
export const groupedBy = (digits: string): string =>
  `f.kind, f.on_day, f.dimensions, rpad(left(f.unit_code, ${digits}), 12, '0') as unit_code,
   sum(f.quantity)::bigint as quantity, sum(f.quantity * cardinality(f.person_ids))::bigint as turnouts`
