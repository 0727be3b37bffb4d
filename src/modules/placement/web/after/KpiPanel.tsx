import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { type Figure, Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import * as indicators from '../../../indicators/contract.ts'
import { afterMessages } from './messages-after.ts'

const CODES = ['placementRate', 'placementInTimeShare', 'placementDaysEach', 'placementStateShare', 'placementFirstWishShare'] as const
const SPAN_DAYS = 365
const LIVE = ['placement.due', 'placement.letter', 'placement.wish']

/** Five figures of placement at the reader's place, whatever its tier: of units, never of people. */
export function KpiPanel() {
  const text = useText(afterMessages)
  const { unitCode, grants } = useAccount()
  const to = useToday() as PlainDate
  const period = { from: addDays(to, 1 - SPAN_DAYS), to }
  const place = regionOf(unitCode as UnitCode)
  const query = useView(indicators.read, { codes: [...CODES], place, period }, { live: LIVE, enabled: grants.includes('figure.read') })
  if (!grants.includes('figure.read')) return null
  return (
    <Panel title={text('after.kpi')} count={text('after.kpiSpan')}>
      <ViewState query={query} lines={2}>
        {({ rows }) => (
          <Strip
            label={text('after.kpi')}
            figures={CODES.map((code): Figure => {
              const found = rows.find((row) => row.code === code)
              const [value, of] = [found?.value, found?.denominator ?? 0]
              return {
                key: code,
                label: text(`after.kpi.${code}`),
                value: typeof value === 'number' && of > 0 ? value.toFixed(1) : '–',
                unit: text(code === 'placementDaysEach' ? 'after.unitDays' : 'after.unitPercent'),
                note: text('after.kpiOf', { count: of }),
              }
            })}
          />
        )}
      </ViewState>
    </Panel>
  )
}
