import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { RegionCode } from '../../../../kernel/region-code.ts'
import { useAccount, useSession } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { dayAt } from '../period.ts'
import { BelowPanel } from './BelowPanel.tsx'
import { MonthFigures } from './MonthFigures.tsx'
import { closingMessages } from './messages-closings.ts'
import { VersionsPanel } from './VersionsPanel.tsx'
import './closings.css'

const shifted = (month: string, by: number): string => addMonths(`${month}-01` as PlainDate, by).slice(0, 7)

/** A month of a place: confirmed here, accepted or returned from above, locked by the province. All of it is in the address. */
export function ClosingPage() {
  const text = useText(closingMessages)
  const session = useSession()
  const own = useAccount().unitCode.slice(0, 12) as RegionCode
  const [asked, setAsked] = useSearchParams()
  const place = RegionCode.safeParse(asked.get('place')).data ?? own
  const today = dayAt(session.data?.time ?? new Date().toISOString())
  const month = contract.Month.safeParse(asked.get('month')).data ?? shifted(today.slice(0, 7), -1)
  const query = useView(contract.seeClosing, { place, month }, { keepPrevious: true })
  const go = (by: number) => setAsked({ place, month: shifted(month, by) })
  return (
    <div className="closing-page">
      <PageHead
        crumb={place !== own && <Link to={{ search: `?${new URLSearchParams({ month })}` }}>{text('closings.up')}</Link>}
        title={text('closings.title', { place: query.data?.place.name ?? '', month })}
        note={text('closings.note')}
        actions={
          <>
            <Button onClick={() => go(-1)}>{text('closings.earlier')}</Button>
            <Button onClick={() => go(1)} disabled={shifted(month, 1) > today.slice(0, 7)}>
              {text('closings.later')}
            </Button>
          </>
        }
      />
      <ViewState query={query} lines={8}>
        {(seen) => (
          <div className="closing-columns">
            <MonthFigures key={`${seen.place.code} ${seen.month}`} seen={seen} />
            <div className="closing-side">
              <BelowPanel seen={seen} />
              <VersionsPanel seen={seen} />
            </div>
          </div>
        )}
      </ViewState>
    </div>
  )
}
