import { NATION, type RegionCode, tierOf } from '../../../kernel/region-code.ts'

/** The leading digits that name a province, a city, a county and a township. */
const PREFIXES = [2, 4, 6, 9] as const

/** Nodes of the statistical tree that are no place: they only hold the digits together (C11). */
const PSEUDO_NAMES = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** The divisions above a code, from the top, as its digits say; without the nation, pseudo nodes included. */
export function ancestorCodes(code: string): readonly RegionCode[] {
  const own = code.slice(0, 12)
  const above = PREFIXES.map((length) => own.slice(0, length).padEnd(12, '0')).filter((ancestor) => ancestor < own)
  return [...new Set(above)].filter((ancestor) => ancestor !== NATION) as RegionCode[]
}

/**
 * Whether a node of the statistical tree is no tier of the network.
 *
 * Besides the four names, a county that bears its city's own name is one: 嘉峪关市 has no counties, and 620201 only
 * repeats 620200.
 */
export function isPseudoNode(
  node: { readonly code: string; readonly name: string },
  nameOf: (code: string) => string | undefined,
): boolean {
  if (PSEUDO_NAMES.has(node.name)) return true
  if (tierOf(node.code as RegionCode) !== 'county') return false
  return nameOf(`${node.code.slice(0, 4)}00000000`) === node.name
}

/**
 * The division that people would name as the one above: counties of 重庆 hang below the municipality, towns of 东莞
 * below the city, 仙桃 below 湖北. The nation has none.
 */
export function naturalParent(code: string, isRealPlace: (code: string) => boolean): RegionCode | undefined {
  if (code === NATION) return undefined
  return ancestorCodes(code).findLast(isRealPlace) ?? NATION
}
