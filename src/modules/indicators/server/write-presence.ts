import { textColumn, uuidColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { Tally } from '../domain/presence.ts'
import { columnsOf } from './presence-rows.ts'

/** What a person's tally at a unit has become; `isNew` where the store has no row of it yet. */
export interface ChangedPresence {
  readonly unit: string
  readonly measure: string
  readonly personId: string
  readonly tally: Tally
  readonly isNew: boolean
}

const ROWS =
  'unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[]) as r(bureau, unit, measure, person, months, nets)'

const INSERT = prepared(
  `insert into indicators.presence (bureau_code, unit_code, measure, person_id, months, nets)
   select r.bureau, r.unit, r.measure, r.person, r.months::smallint[], r.nets::integer[] from ${ROWS}`,
)

const UPDATE = prepared(
  `update indicators.presence p set months = r.months::smallint[], nets = r.nets::integer[]
     from ${ROWS} where p.bureau_code = r.bureau and p.unit_code = r.unit and p.measure = r.measure and p.person_id = r.person`,
)

const arrayText = (values: readonly number[]): string => `{${values.join(',')}}`

/**
 * Writes what has changed. One folder works at a time and has read what is there: so what is new is put in and what is there
 * is set, each at half the cost of asking the server which it is.
 */
export function writePresence(tx: Tx, changed: readonly ChangedPresence[]): Promise<unknown>[] {
  const inOrder = changed.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
  return [
    { statement: INSERT, rows: inOrder.filter(({ isNew }) => isNew) },
    { statement: UPDATE, rows: inOrder.filter(({ isNew }) => !isNew) },
  ].flatMap(({ statement, rows }) => (rows.length === 0 ? [] : [tx.query(statement, columnsFor(rows))]))
}

function columnsFor(rows: readonly ChangedPresence[]): Buffer[] {
  const tallies = rows.map(({ tally }) => columnsOf(tally))
  return [
    textColumn(rows.map(({ unit }) => unit.slice(0, 6))),
    textColumn(rows.map(({ unit }) => unit)),
    textColumn(rows.map(({ measure }) => measure)),
    uuidColumn(rows.map(({ personId }) => personId)),
    textColumn(tallies.map(({ months }) => arrayText(months))),
    textColumn(tallies.map(({ nets }) => arrayText(nets))),
  ]
}
