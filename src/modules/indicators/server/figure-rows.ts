import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { FigureRow, Period } from '../contract.ts'
import { choosesFacts, isCounted, isRatio, namedBy } from '../domain/definition.ts'
import { partOf } from '../domain/measures.ts'
import { rangeOfNode } from './asked.ts'
import { findDefinition, readFigures } from './figures.ts'
import { matchingOf } from './matching.ts'

export interface AskedRows {
  readonly code: string
  readonly place: RegionCode
  readonly period: Period
  readonly part: 'numerator' | 'denominator'
  readonly word?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The indicator behind a figure that is counted from facts: of a ratio, what stands above or below its line. */
function countedOf({ code, part, period }: AskedRows): string {
  const formula = findDefinition(code, period.to)?.formula
  if (!formula || choosesFacts(formula)) return code
  const behind = isRatio(formula) && part === 'denominator' ? formula.under : namedBy(formula)[0]
  return behind === undefined ? code : countedOf({ code: behind, part, period } as AskedRows)
}

/**
 * One row each, by what the figure counts: facts; for persons counted once, the person's first fact; for a stock, what
 * has come and not gone. `counts` add up to the figure.
 */
const SHAPES: Readonly<Record<string, string>> = {
  sum: `select f.id, f.unit_code, f.on_day, f.kind, f.quantity as counts, f.person_ids, f.dimensions from chosen f`,
  turnouts: `select f.id, f.unit_code, f.on_day, f.kind, f.quantity * cardinality(f.person_ids) as counts, f.person_ids, f.dimensions
    from chosen f where cardinality(f.person_ids) > 0`,
  stock: `select (array_agg(f.id order by f.on_day, f.id))[1] as id, f.unit_code, min(f.on_day) as on_day, f.kind, sum(f.quantity) as counts,
    f.person_ids, f.dimensions from chosen f group by f.unit_code, f.kind, f.person_ids, f.dimensions having sum(f.quantity) <> 0`,
  distinct: `select distinct on (s.person_id) s.id, s.unit_code, s.on_day, s.kind, 1 as counts, array[s.person_id] as person_ids, s.dimensions
    from (select (array_agg(f.id order by f.on_day, f.id))[1] as id, f.unit_code, min(f.on_day) as on_day, f.kind, p.person_id,
                 (array_agg(f.dimensions order by f.on_day, f.id))[1] as dimensions
            from chosen f cross join unnest(f.person_ids) as p(person_id)
           group by f.unit_code, f.kind, p.person_id, date_trunc('month', f.on_day) having sum(f.quantity) > 0) s
   order by s.person_id, s.on_day, s.id`,
}

interface RowColumns {
  id: string
  unit_code: FigureRow['unitCode']
  on_day: FigureRow['on']
  kind: string
  counts: string | bigint | number
  person_ids: string[]
  dimensions: Record<string, string>
}

/** A row is found again by its day, fact and persons: several persons may come of one fact. */
const KEY = `(r.on_day::text || ' ' || r.id || ' ' || array_to_string(r.person_ids, ','))  collate "C"`

const keyOf = (row: RowColumns): string => Buffer.from([row.on_day, row.id, row.person_ids.join(',')].join(' ')).toString('base64url')

/** A page of the rows behind a figure, the latest first, with the whole figure. The transaction must be in one snapshot. */
export async function listFigureRows(tx: Tx, asked: AskedRows): Promise<{ code: string; sum: number; rows: FigureRow[]; next?: string }> {
  const { place, period, word, limit } = asked
  const code = countedOf(asked)
  const formula = findDefinition(code, period.to)?.formula
  // A number of the calendar or a setting has no rows.
  if (!formula || !choosesFacts(formula)) return { code, sum: 0, rows: [] }
  const measure = word === undefined || !isCounted(formula) ? code : partOf(code, formula.splitBy ?? '', word)
  const isStock = isCounted(formula) ? formula.form === 'stock' : formula.stands
  const figures = await readFigures(tx, { codes: [code], place, nodes: [place], windows: [period], isSplit: word !== undefined })
  const { lo, hi } = rangeOfNode(place)
  const matching = matchingOf(code, { firstParameter: 7, word })
  const { rows } = await tx.query<RowColumns>(
    `with chosen as (select * from spine.facts f where f.unit_code >= $1 and f.unit_code < $2 and f.on_day between $3 and $4 and ${matching.sql}),
          r as (${SHAPES[isCounted(formula) ? formula.form : isStock ? 'stock' : 'sum']})
     select r.* from r where $5::text is null or ${KEY} < $5 order by ${KEY} desc limit $6`,
    [lo, hi, isStock ? '-infinity' : period.from, period.to, decoded(asked.cursor), limit + 1, ...matching.values],
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { next: keyOf(last) } : {}
  return { code, sum: figures.valueOf(measure, place, period).value ?? 0, rows: shown.map(rowOf), ...next }
}

const decoded = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8')

const rowOf = (row: RowColumns): FigureRow => ({
  factId: row.id,
  unitCode: row.unit_code,
  on: row.on_day,
  kind: row.kind,
  counts: Number(row.counts),
  personIds: row.person_ids,
  dimensions: row.dimensions,
})
