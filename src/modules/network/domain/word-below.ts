import { TIERS, type Tier } from '../../../kernel/region-code.ts'
import { tierWords } from './tier-words.ts'

interface Below {
  readonly code: string
  readonly tier: Tier
}

/** What the places below are called: those of 重庆 are 区县, of 东莞 镇街. */
export function wordBelow(code: string, children: readonly Below[]): string | null {
  const highest = TIERS.find((tier) => children.some((child) => child.tier === tier))
  return highest === undefined ? null : (tierWords(children[0]?.code ?? code)[highest] ?? null)
}
