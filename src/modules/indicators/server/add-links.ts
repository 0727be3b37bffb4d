import { bigintColumn, smallintColumn, textColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { bureauOfNode } from './asked.ts'

/** By how many each link of a node and measure changes; a link is named by {@link linkKey}. */
export type LinkCounts = Map<string, Map<string, Map<number, number>>>

const MONTHS = 1 << 17

/** A month and the month before as one number. */
export const linkKey = (month: number, prev: number): number => month * MONTHS + prev

/** Changed first and then put in, as the cells are. */
const ADD_LINKS = prepared(
  `with r as materialized (
     select * from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::bigint[]) as r(bureau, node, measure, month, prev, persons)),
   changed as (
     update indicators.links l set persons = l.persons + r.persons
       from r where l.bureau_code = r.bureau and l.unit_code = r.node and l.measure = r.measure and l.month = r.month and l.prev_month = r.prev
       returning l.unit_code, l.measure, l.month, l.prev_month)
   insert into indicators.links (bureau_code, unit_code, measure, month, prev_month, persons)
   select r.bureau, r.node, r.measure, r.month, r.prev, r.persons from r
    where not exists (select from changed c where c.unit_code = r.node and c.measure = r.measure and c.month = r.month and c.prev_month = r.prev)`,
)

/** Adds to the links, in the order of their nodes: neighbours lie on one page. */
export async function addLinks(tx: Tx, links: LinkCounts): Promise<void> {
  const [nodes, measures, months, prevs, persons]: [string[], string[], number[], number[], number[]] = [[], [], [], [], []]
  for (const node of [...links.keys()].sort()) {
    for (const [measure, counts] of links.get(node) ?? []) {
      for (const [key, count] of counts) {
        if (count === 0) continue
        nodes.push(node)
        measures.push(measure)
        months.push(Math.floor(key / MONTHS))
        prevs.push(key % MONTHS)
        persons.push(count)
      }
    }
  }
  if (nodes.length === 0) return
  const key = [nodes.map(bureauOfNode), nodes, measures].map(textColumn)
  await tx.query(ADD_LINKS, [...key, ...[months, prevs].map(smallintColumn), bigintColumn(persons)])
}
