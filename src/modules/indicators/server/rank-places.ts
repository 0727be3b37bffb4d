import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import type { Division } from '../../network/contract.ts'
import { listChildren } from '../../network/index.ts'
import type { Period, Ranked, Value } from '../contract.ts'
import { isRatio } from '../domain/definition.ts'
import { type Figures, findDefinition, readFigures } from './figures.ts'

export interface AskedRanking {
  readonly code: string
  readonly place: RegionCode
  readonly period: Period
  /** Places with fewer clients are listed without a rank. */
  readonly minimum: number
}

/** The indicator that says how many people a place serves. */
export const PEOPLE = 'clients'

/** An indicator over what it is fairly compared by: a ratio's own denominator, else the one its definition names. */
export function fairValue(
  figures: Figures,
  asked: Pick<AskedRanking, 'code' | 'period'>,
  node: string,
): { value: number | null; numerator: number; denominator: number } {
  const definition = findDefinition(asked.code, asked.period.to)
  const read = (code: string): Value => figures.valueOf(code, node, asked.period)
  const { value, numerator, denominator } = read(asked.code)
  if (definition && isRatio(definition.formula)) return { value, numerator: numerator ?? 0, denominator: denominator ?? 0 }
  if (!definition?.fair) return { value, numerator: value ?? 0, denominator: 0 }
  const under = read(definition.fair.under).value ?? 0
  return { value: under === 0 ? null : ((value ?? 0) / under) * definition.fair.per, numerator: value ?? 0, denominator: under }
}

export const perOf = ({ code, period }: AskedRanking): number => {
  const definition = findDefinition(code, period.to)
  return definition && isRatio(definition.formula) ? definition.formula.per : (definition?.fair?.per ?? 1)
}

/** The children of a place, the best first; equals share a rank; those too small to compare come last. */
export async function rankPlaces(tx: Tx, asked: AskedRanking): Promise<Ranked[]> {
  const { code, place, period, minimum } = asked
  const children = await listChildren(tx, place, period.to)
  const definition = findDefinition(code, period.to)
  const codes = [code, PEOPLE, ...(definition?.fair ? [definition.fair.under] : [])]
  const figures = await readFigures(tx, { codes, place, nodes: children.map((child) => child.code), windows: [period] })
  const sign = definition?.better === 'lower' ? 1 : -1
  const entries = children.map((child) => {
    const fair = fairValue(figures, asked, child.code)
    const isRanked = fair.value !== null && (figures.valueOf(PEOPLE, child.code, period).value ?? 0) >= minimum
    return { child, fair, isRanked }
  })
  const order = (one: (typeof entries)[number]): number => sign * (one.fair.value ?? 0)
  const sorted = entries.toSorted(
    (a, b) => Number(b.isRanked) - Number(a.isRanked) || order(a) - order(b) || (a.child.code < b.child.code ? -1 : 1),
  )
  const ranked = sorted.filter(({ isRanked }) => isRanked)
  return sorted.map((one) =>
    rankedOf(one.child, one.fair, one.isRanked ? ranked.findIndex((other) => order(other) === order(one)) + 1 : null),
  )
}

const rankedOf = ({ code, name, shortName, tier }: Division, fair: Omit<Ranked, keyof Division | 'rank'>, rank: number | null): Ranked => ({
  code,
  name,
  shortName,
  tier,
  rank,
  ...fair,
})
