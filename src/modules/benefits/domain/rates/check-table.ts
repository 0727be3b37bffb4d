import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { guessUnit } from './guess-unit.ts'
import { rateOn } from './rate-on.ts'
import {
  annualFen,
  CAUSES,
  type Cause,
  DISABILITY_KEYS,
  type KnownTable,
  keyText,
  type RateKey,
  type RateRow,
  type RateTable,
} from './rate-table.ts'
import type { TableFault } from './table-fault.ts'

/**
 * Every rule that a table breaks, none where it may take effect. 《军人抚恤优待条例》 25, 27: war ≥ duty ≥ illness, a heavier
 * grade never less than a lighter one, illness only to grade 6; a place never below the nation's floor; days that neither
 * overlap with nor leave a gap to the tables in force (`others`).
 */
export function findTableFaults(table: RateTable, others: readonly KnownTable[]): TableFault[] {
  const unit = unitFault(table, others)
  return [
    ...shapeFaults(table.rows),
    ...causeFaults(table.rows),
    ...gradeFaults(table.rows),
    ...missingFaults(table.rows),
    ...dayFaults(table, others),
    // Amounts in the wrong unit lie below any floor: that is said once, by its cause.
    ...(unit ? [unit] : floorFaults(table, others)),
  ]
}

const needsGrade = ({ classCode }: RateKey): boolean => classCode === 'DIS'
const isSound = (row: RateRow): boolean =>
  needsGrade(row) === (row.grade !== null) && needsGrade(row) === (row.cause !== null) && (row.classCode === 'DEMOB' || row.period === null)

function shapeFaults(rows: readonly RateRow[]): TableFault[] {
  const seen = new Set<string>()
  return rows.flatMap((row): TableFault[] => {
    const isTwice = seen.has(keyText(row))
    seen.add(keyText(row))
    return [
      ...(isSound(row) ? [] : [{ code: 'key-shape' as const, key: keyOf(row) }]),
      ...(isTwice ? [{ code: 'twice' as const, key: keyOf(row) }] : []),
      ...(row.amountFen > 0n ? [] : [{ code: 'not-positive' as const, key: keyOf(row) }]),
      ...(row.cause === 'illness' && (row.grade ?? 0) > 6 ? [{ code: 'illness-grade' as const, grade: row.grade ?? 0 }] : []),
    ]
  })
}

export const keyOf = ({ classCode, grade, cause, period }: RateKey): RateKey => ({ classCode, grade, cause, period })

const amountAt = (rows: readonly RateRow[], grade: number, cause: Cause): bigint | undefined => {
  const row = rows.find((one) => one.classCode === 'DIS' && one.grade === grade && one.cause === cause)
  return row && annualFen(row)
}

const GRADES = Array.from({ length: 10 }, (_, at) => at + 1)

function causeFaults(rows: readonly RateRow[]): TableFault[] {
  const order = [
    [CAUSES[0], CAUSES[1]],
    [CAUSES[1], CAUSES[2]],
    [CAUSES[0], CAUSES[2]],
  ] as const
  return GRADES.flatMap((grade) =>
    order.flatMap(([above, below]): TableFault[] => {
      const [should, is] = [amountAt(rows, grade, above), amountAt(rows, grade, below)]
      return should !== undefined && is !== undefined && is > should ? [{ code: 'cause-order', grade, higher: below, lower: above }] : []
    }),
  )
}

function gradeFaults(rows: readonly RateRow[]): TableFault[] {
  return CAUSES.flatMap((cause) =>
    GRADES.flatMap((grade): TableFault[] => {
      const [heavier, lighter] = [amountAt(rows, grade, cause), amountAt(rows, grade + 1, cause)]
      return heavier !== undefined && lighter !== undefined && lighter > heavier ? [{ code: 'grade-order', cause, grade }] : []
    }),
  )
}

/** A table of a family names all of it: what is left out would silently stay at the old amount. */
const FAMILIES: readonly (readonly RateKey[])[] = [
  DISABILITY_KEYS,
  (['KIN-M', 'KIN-D', 'KIN-I'] as const).map((classCode) => ({ classCode, grade: null, cause: null, period: null })),
  (['RED-ARMY', 'RED-WEST', 'RED-LOST'] as const).map((classCode) => ({ classCode, grade: null, cause: null, period: null })),
]

function missingFaults(rows: readonly RateRow[]): TableFault[] {
  const given = new Set(rows.map(keyText))
  const classes = new Set(rows.map(({ classCode }) => classCode))
  return FAMILIES.filter((family) => family.some(({ classCode }) => classes.has(classCode))).flatMap((family) =>
    family.filter((key) => !given.has(keyText(key))).map((key): TableFault => ({ code: 'missing', key })),
  )
}

/** Tables of the same place and layer that speak of the same things. */
function neighbours(table: RateTable, others: readonly KnownTable[]): KnownTable[] {
  const keys = new Set(table.rows.map(keyText))
  return others.filter(
    ({ layer, place, rows }) => layer === table.layer && place === table.place && rows.some((row) => keys.has(keyText(row))),
  )
}

function dayFaults(table: RateTable, others: readonly KnownTable[]): TableFault[] {
  const { effectiveFrom: from, effectiveTo: to } = table
  const faults: TableFault[] = from.endsWith('-01') ? [] : [{ code: 'not-first-of-month', effectiveFrom: from }]
  const near = neighbours(table, others)
  for (const { version, effectiveFrom, effectiveTo } of near) {
    const isSame = effectiveFrom === from
    const isInside = effectiveFrom < from && effectiveTo !== null && effectiveTo >= from
    const isOver = to !== null && effectiveFrom > from && effectiveFrom <= to
    if (isSame || isInside || isOver) faults.push({ code: 'overlap', version, from: effectiveFrom })
  }
  const before = near
    .filter(({ effectiveFrom }) => effectiveFrom < from)
    .toSorted(byStart)
    .at(-1)
  if (before?.effectiveTo && addDays(before.effectiveTo, 1) < from)
    faults.push({ code: 'gap', version: before.version, endedOn: before.effectiveTo })
  const after = near.filter(({ effectiveFrom }) => effectiveFrom > from).toSorted(byStart)[0]
  if (to !== null && after && addDays(to, 1) < after.effectiveFrom) faults.push({ code: 'gap', version: after.version, endedOn: to })
  return faults
}

const byStart = (a: { effectiveFrom: PlainDate }, b: { effectiveFrom: PlainDate }): number => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)

const isLocal = ({ layer }: RateTable): boolean => layer === 'local'

function floorFaults(table: RateTable, others: readonly KnownTable[]): TableFault[] {
  if (!isLocal(table)) return []
  const floors = others.filter((one) => !isLocal(one))
  return table.rows.flatMap((row): TableFault[] => {
    const floor = rateOn(floors, { key: row, place: table.place, on: table.effectiveFrom })
    if (!floor || annualFen(row) >= annualFen(floor.row)) return []
    return [{ code: 'below-floor', key: keyOf(row), amountFen: annualFen(row), floorFen: annualFen(floor.row) }]
  })
}

function unitFault(table: RateTable, others: readonly KnownTable[]): TableFault | undefined {
  const ratios = table.rows.flatMap((row) => {
    const before = rateOn(others, { key: row, place: table.place, on: table.effectiveFrom })
    return before && row.amountFen > 0n ? [Number(annualFen(row)) / Number(annualFen(before.row))] : []
  })
  const guess = guessUnit(ratios)
  return guess && { code: 'wrong-unit', guess, count: ratios.length }
}
