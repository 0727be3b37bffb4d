import { Link } from 'react-router'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { Meter } from '../../../../ui/parts/Meter.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { clockTime } from '../clock-time.ts'
import { todayMessages } from './messages-today.ts'
import type { Today } from './today.ts'

/** Where the month stands, and where the records of today went. */
export function MonthPanel({ today }: { today: Today }) {
  const text = useText(todayMessages)
  return (
    <Panel
      title={text('casework.today.month')}
      side={text('casework.today.meterNote')}
      foot={
        <>
          <span>{text('casework.today.clients', { count: count(today.counts.clients) })}</span>
          <Link to="/desk/people" className="push">
            {text('casework.today.roster')}
          </Link>
        </>
      }
    >
      {today.meters.map((meter) => (
        <Meter
          key={meter.code}
          name={text(`casework.today.meter.${meter.code}`)}
          done={meter.done}
          all={meter.all}
          unit={text(`casework.today.unit.${meter.unit}`)}
          due={meter.expected}
        />
      ))}
      <div className="went">
        <h3 className="row">
          {text('casework.today.recorded')}
          <Link to="/desk/visits" className="push">
            {text('casework.today.seeVisits')}
          </Link>
        </h3>
        {today.recordedToday.length === 0 ? (
          <p className="soft">{text('casework.today.nothingRecorded')}</p>
        ) : (
          <ul>
            {today.recordedToday.slice(0, 8).map((visit) => (
              <li key={visit.id} className="row">
                <span className="green mark" title={text('casework.today.counted')}>
                  <Icon name="check" size={14} />
                  <span className="unseen">{text('casework.today.counted')}</span>
                </span>
                <span className="grow cut">{visit.people.join('、')}</span>
                <span className="faint">{clockTime(visit.recordedAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
