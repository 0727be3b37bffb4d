import type { Tier } from '../../../kernel/region-code.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { indicatorsMessages } from './messages.ts'

interface Tree {
  rows: readonly { tier: Tier }[]
  words: Readonly<Partial<Record<Tier, string>>>
}

/** How the people of a region call the places below one: 区县, 镇街. In English there is one word a tier. */
export function useTierBelow(tree: Tree | undefined): string {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const tier = tree?.rows[0]?.tier
  if (tier === undefined) return ''
  return (language === 'en' ? undefined : tree?.words[tier]) ?? text(`indicators.tier.${tier}`)
}

/** 凤鸣路社区居民委员会 is 凤鸣路社区 to everyone; a district or a street keeps its full name. */
export const calledName = ({ name, shortName }: { name: string; shortName: string }): string => (name.endsWith('委员会') ? shortName : name)
