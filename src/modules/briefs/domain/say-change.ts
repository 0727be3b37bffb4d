import { shareDigits } from './say-share.ts'

/** With which period a figure is compared: the one before (环比) or the same a year ago (同比). */
export const AGAINST = ['previous', 'lastYear'] as const
export type Against = (typeof AGAINST)[number]

const NAMES = { previous: '环比', lastYear: '同比' } as const
const NO_BASE = { previous: '上期无基数', lastYear: '上年同期无基数' } as const

export interface Change {
  readonly now: number
  readonly before: number | null
  readonly against: Against
  /** A share changes by percentage points, everything else by per cent. */
  readonly isShare: boolean
}

/**
 * A change in official words: 同比增长12.3%, 环比下降4%, 同比提高1.2个百分点, 同比持平, 同比翻一番; where there was nothing
 * before, that there is no base.
 */
export function sayChange({ now, before, against, isShare }: Change): string {
  const name = NAMES[against]
  if (before === null || (before <= 0 && !isShare)) return before === 0 && now === 0 ? `${name}持平` : NO_BASE[against]
  if (now === before) return `${name}持平`
  if (isShare) return saidPoints(name, now - before)
  if (now === before * 2) return `${name}翻一番`
  const percent = (Math.abs(now - before) / before) * 100
  const verb = now > before ? '增长' : '下降'
  if (percent < 0.005) return `${name}略有${verb}`
  // Down by all is 100; a rest never is.
  const digits = now > before ? shareDigits(percent, Number.POSITIVE_INFINITY) : shareDigits(percent)
  return `${name}${verb}${digits}%`
}

function saidPoints(name: string, points: number): string {
  const verb = points > 0 ? '提高' : '下降'
  if (Math.abs(points) < 0.005) return `${name}基本持平`
  return `${name}${verb}${shareDigits(Math.abs(points), Number.POSITIVE_INFINITY)}个百分点`
}
