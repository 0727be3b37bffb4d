import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listChildren } from '../../../network/index.ts'
import type { Period } from '../../contract.ts'
import type { AssessedPlace, ItemValue } from '../../domain/assessments/assess.ts'
import type { AssessmentScheme } from '../../domain/assessments/scheme.ts'
import { findDefinition, readFigures } from '../figures.ts'
import { fairValue, PEOPLE } from '../rank-places.ts'

/** The days of a year that are over: all of them, or those up to yesterday. */
export function periodOf(year: number, today: PlainDate): Period {
  const [from, last] = [`${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate]
  if (today <= from) return { from, to: from }
  return { from, to: last < today ? last : addDays(today, -1) }
}

/** Records are counted as they are: each is a reason of its own. */
const recordsOf = (indicator: string, records: number): ItemValue => ({ indicator, value: records, numerator: records, denominator: 0 })

/** The places directly below with every figure that a scheme asks for, each over its fair denominator. */
export async function readPlaces(
  tx: Tx,
  { place, period, rule }: { place: RegionCode; period: Period; rule: Pick<AssessmentScheme, 'items' | 'adjustments'> },
): Promise<(AssessedPlace & { readonly name: string })[]> {
  const children = await listChildren(tx, place, period.to)
  if (children.length === 0) return []
  const codes = rule.items.map(({ indicator }) => indicator)
  const counted = (rule.adjustments ?? []).map(({ indicator }) => indicator)
  const under = codes.flatMap((code) => findDefinition(code, period.to)?.fair?.under ?? [])
  const nodes = children.map(({ code }) => code)
  const figures = await readFigures(tx, { codes: [...new Set([...codes, ...counted, ...under, PEOPLE])], place, nodes, windows: [period] })
  return children.map(({ code, name }) => ({
    code,
    name,
    clients: figures.valueOf(PEOPLE, code, period).value ?? 0,
    values: [
      ...codes.map((indicator) => ({ indicator, ...fairValue(figures, { code: indicator, period }, code) })),
      ...counted.map((indicator) => recordsOf(indicator, figures.valueOf(indicator, code, period).value ?? 0)),
    ],
  }))
}
