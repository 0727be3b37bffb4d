import type { Text } from '../../../ui/text/use-text.ts'
import { childrenOf, type Dashboard, figureOf, type Looking, shareOf } from './dashboard-parts.ts'
import type { IndicatorsKey } from './messages.ts'
import { calledName } from './tier-name.ts'

/** The first line of the page, which answers: how many places are behind, or how far a village has come. */
export function answer(
  text: Text<IndicatorsKey>,
  page: Dashboard,
  { focus, kind, target, tier }: Pick<Looking, 'focus' | 'kind' | 'target'> & { tier: string },
): string {
  const place = calledName(page.place)
  const period = text(`indicators.period.${kind}`)
  const shares = childrenOf(page).flatMap(({ figures }) => shareOf(figureOf(figures, focus)) ?? [])
  const own = shareOf(figureOf(page.strip, focus))
  if (page.place.tier === 'village' && own)
    return text(`indicators.answer.village.${focus}`, { place, period, numerator: own.numerator, denominator: own.denominator })
  if (shares.length === 0) return text('indicators.answer.none', { place, period })
  const short = shares.filter(({ value }) => value < target.now).length
  return short > 0
    ? text(`indicators.answer.${focus}.short`, { place, period, tier, count: short, target: target.now })
    : text(`indicators.answer.${focus}.all`, { place, period, tier, count: shares.length, target: target.now })
}
