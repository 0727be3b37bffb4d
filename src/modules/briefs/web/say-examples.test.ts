import { describe, expect, test } from 'vitest'
import { texts } from '../../../ui/text/language.ts'
import { SAYINGS } from '../domain/say-amount.ts'
import { sayMeasured } from '../domain/say-measured.ts'
import './messages.ts'

/** The rest say dates and shares. */
const OF_COUNTS = SAYINGS.filter((say) => say !== 'month' && say !== 'all')

describe.each(['zh-CN', 'en'] as const)('in %s', (lng) => {
  const labelOf = (say: string) => texts.t(`briefs.say.${say}`, { lng })

  test.each(SAYINGS)('%s says what it does, then shows it', (say) => {
    expect(labelOf(say)).toMatch(/^.{4,} ?[（(].+ → .+[)）]$/)
  })

  test.each(OF_COUNTS)('the example of %s is what a brief would say', (say) => {
    const [, value, words] = /(\d+) → (.+)[)）]$/.exec(labelOf(say)) ?? []

    expect(sayMeasured({ value: Number(value), unitKind: 'sample', isRatio: false }, { say })).toBe(words)
  })
})
