import { useMemo } from 'react'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Trend } from '../../../ui/parts/Trend.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { Dashboard, Looking } from './dashboard-parts.ts'
import { figureText } from './figure-words.ts'
import { indicatorsMessages } from './messages.ts'
import { trendLines } from './trend-lines.ts'

/** When: the last twelve months beside the twelve before. */
export function TrendPanel({ page, looking }: { page: Dashboard; looking: Looking }) {
  const text = useText(indicatorsMessages)
  const name = text(`indicators.focus.${looking.focus}`)
  const [nowName, beforeName] = [text('indicators.trend.now'), text('indicators.trend.before')]
  const drawn = JSON.stringify(trendLines(page.trend))
  // The chart is drawn again only when a figure has changed.
  const { months, now, before } = useMemo(() => JSON.parse(drawn) as ReturnType<typeof trendLines>, [drawn])
  const lines = useMemo(
    () => [
      { name: beforeName, values: before, as: 'before' as const },
      { name: nowName, values: now, as: 'now' as const },
    ],
    [now, before, nowName, beforeName],
  )
  const sentence = text('indicators.trend.sentence', {
    name,
    month: months.at(-1) ?? '',
    now: figureText(now.at(-1), 'percent'),
    before: figureText(before.at(-1), 'percent'),
  })
  return (
    <Panel title={text('indicators.trend.title', { name })} side={text('indicators.trend.note')}>
      {now.some((value) => value !== null) ? (
        <Trend sentence={sentence} periods={months} lines={lines} {...(looking.focus === 'visitedShare' ? {} : { max: 100 })} />
      ) : (
        <EmptyState title={text('indicators.trend.none')} />
      )}
    </Panel>
  )
}
