import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listChildren } from '../../../network/index.ts'
import type { Period } from '../../contract.ts'
import type { AssessedPlace } from '../../domain/assessments/assess.ts'
import type { AssessmentScheme } from '../../domain/assessments/scheme.ts'
import { findDefinition, readFigures } from '../figures.ts'
import { fairValue, PEOPLE } from '../rank-places.ts'

/** The days of a year that are over: all of them, or those up to yesterday. */
export function periodOf(year: number, today: PlainDate): Period {
  const [from, last] = [`${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate]
  if (today <= from) return { from, to: from }
  return { from, to: last < today ? last : addDays(today, -1) }
}

/** The places directly below with every figure that a scheme asks for, each over its fair denominator. */
export async function readPlaces(
  tx: Tx,
  { place, period, items }: { place: RegionCode; period: Period; items: AssessmentScheme['items'] },
): Promise<(AssessedPlace & { readonly name: string })[]> {
  const children = await listChildren(tx, place, period.to)
  if (children.length === 0) return []
  const codes = items.map(({ indicator }) => indicator)
  const under = codes.flatMap((code) => findDefinition(code, period.to)?.fair?.under ?? [])
  const nodes = children.map(({ code }) => code)
  const figures = await readFigures(tx, { codes: [...new Set([...codes, ...under, PEOPLE])], place, nodes, windows: [period] })
  return children.map(({ code, name }) => ({
    code,
    name,
    clients: figures.valueOf(PEOPLE, code, period).value ?? 0,
    values: codes.map((indicator) => ({ indicator, ...fairValue(figures, { code: indicator, period }, code) })),
  }))
}
