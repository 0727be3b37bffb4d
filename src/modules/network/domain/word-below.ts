import { TIERS, type Tier } from '../../../kernel/region-code.ts'
import { tierWords } from './tier-words.ts'

interface Below {
  readonly code: string
  readonly tier: Tier
}

/** Of the nation no one province can say what all are called: the first of them is a city. */
const PROVINCES = '省（自治区、直辖市）'

/** What the places below are called: those of 重庆 are 区县, of 东莞 镇街. */
export function wordBelow(code: string, children: readonly Below[]): string | null {
  const highest = TIERS.find((tier) => children.some((child) => child.tier === tier))
  if (highest === 'province') return PROVINCES
  return highest === undefined ? null : (tierWords(children[0]?.code ?? code)[highest] ?? null)
}
