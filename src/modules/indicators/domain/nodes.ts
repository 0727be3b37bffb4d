import { NATION, type RegionCode, rangeOf } from '../../../kernel/region-code.ts'

const LENGTHS = [2, 4, 6, 9] as const

/**
 * Every node whose figures a unit's facts enter, from the nation down to the unit's own place. Read off the digits
 * alone: a pseudo node gets its cells too, which nobody asks for, and the fold needs no tree.
 */
export function nodesOf(unitCode: string): string[] {
  const own = unitCode.slice(0, 12)
  const nodes: string[] = [NATION]
  for (const length of LENGTHS) {
    const node = own.slice(0, length).padEnd(12, '0')
    if (node !== nodes.at(-1)) nodes.push(node)
  }
  if (own !== nodes.at(-1)) nodes.push(own)
  return nodes
}

/** Villages keep no links: their few persons are counted one by one. */
export const isVillage = (node: string): boolean => !node.endsWith('000')

/** The leading digits that every unit at or below a node shares; none for the nation. */
export const prefixOf = (node: string): string => (node === NATION ? '' : rangeOf(node as RegionCode).lo)
