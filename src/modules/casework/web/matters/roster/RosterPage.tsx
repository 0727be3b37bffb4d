import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listRoster, type RosterSlot } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { rosterMessages } from './messages-roster.ts'
import { SetRosterDrawer } from './SetRosterDrawer.tsx'
import { linesOfSlots } from './slot-lines.ts'
import '../matters.css'

interface DayOfRoster {
  readonly onDay: string
  readonly slots: readonly RosterSlot[]
  /** Places that are left, `null` where nobody counts. */
  readonly left: number | null
}

/** Four weeks of duty lawyers at the centre that serves the reader; the centre itself sets them, day by day. */
export function RosterPage() {
  const text = useText(rosterMessages)
  const matters = useText(matterMessages)
  const { unitCode } = useAccount()
  const [set, setSet] = useState<DayOfRoster>()
  const query = useView(listRoster, { place: unitCode })
  return (
    <>
      <PageHead
        crumb={<Link to="/desk/matters/kinds">{matters('matters.kinds.title')}</Link>}
        title={text('roster.title')}
        note={text('roster.words')}
        actions={
          query.data?.can.set && (
            <Button type="primary" size="middle" onClick={() => setSet({ onDay: '', slots: [], left: null })}>
              {text('roster.set')}
            </Button>
          )
        }
      />
      <Panel title={text('roster.title')}>
        <ViewState query={query}>
          {({ slots, can }) =>
            slots.length === 0 ? (
              <EmptyState title={text('roster.none')} words={text(can.set ? 'roster.noneWords' : 'roster.noneAsk')} />
            ) : (
              <ul className="matter-lines">
                {daysOf(slots).map((day) => (
                  <li key={day.onDay}>
                    <span className="grow">
                      {day.onDay}
                      <span className="field-hint">
                        {linesOfSlots(day.slots).replaceAll('\n', '；')}
                        {day.left !== null && text(day.left === 0 ? 'roster.full' : 'roster.left', { count: day.left })}
                      </span>
                    </span>
                    {can.set && (
                      <Button size="small" onClick={() => setSet(day)}>
                        {text('roster.change')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </ViewState>
      </Panel>
      {set && query.data && <SetRosterDrawer key={set.onDay} unitCode={query.data.unitCode} day={set} onClose={() => setSet(undefined)} />}
    </>
  )
}

const daysOf = (slots: readonly (RosterSlot & { left: number | null })[]): DayOfRoster[] =>
  [...new Set(slots.map(({ onDay }) => onDay))].map((onDay) => {
    const day = slots.filter((slot) => slot.onDay === onDay)
    return { onDay, slots: day, left: day[0]?.left ?? null }
  })
