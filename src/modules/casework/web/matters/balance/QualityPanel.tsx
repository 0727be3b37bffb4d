import { addDays, PlainDate } from '../../../../../kernel/plain-date.ts'
import { regionOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { type Figure, Strip } from '../../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import * as indicators from '../../../../indicators/contract.ts'
import { qualityMessages } from './messages-quality.ts'

const CODES = ['visitsACase', 'daysACase', 'settledHereShare', 'onTimeShare', 'satisfiedShare'] as const
const SPAN_DAYS = 90
/** 最多跑一趟. */
const MOST_TRIPS = 1

const LIVE = ['matter.closed', 'matter.rated', 'matter.clock']

/** How well matters are dealt with at the reader's place: five figures over ninety days, of units and never of people. */
export function QualityPanel() {
  const text = useText(qualityMessages)
  const { unitCode, grants } = useAccount()
  const to = PlainDate.parse(todayInChina())
  const period = { from: addDays(to, 1 - SPAN_DAYS), to }
  const place = regionOf(unitCode as UnitCode)
  const query = useView(indicators.read, { codes: [...CODES], place, period }, { live: LIVE, enabled: grants.includes('figure.read') })
  if (!grants.includes('figure.read')) return null
  return (
    <Panel title={text('matters.quality.title')} count={text('matters.quality.span', { count: SPAN_DAYS })}>
      <ViewState query={query} lines={2}>
        {({ rows }) => (
          <Strip
            label={text('matters.quality.title')}
            figures={CODES.map((code): Figure => {
              const found = rows.find((row) => row.code === code)
              const [value, of] = [found?.value, found?.denominator ?? 0]
              const isTooMany = code === 'visitsACase' && typeof value === 'number' && value > MOST_TRIPS
              return {
                key: code,
                label: text(`matters.quality.${code}`),
                value: typeof value === 'number' ? value.toFixed(1) : '–',
                unit: text(`matters.quality.unit.${code}`),
                note: of === 0 ? text('matters.quality.none') : text(`matters.quality.note.${code}`, { count: of }),
                ...(isTooMany ? { tone: 'amber' as const } : {}),
              }
            })}
          />
        )}
      </ViewState>
    </Panel>
  )
}
