import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPlans } from '../../contract.ts'
import { todayMessages } from './messages-today.ts'
import { PlanLines } from './PlanLines.tsx'

/** The day's list ends with the seventh day; this begins after it. */
const AFTER_DAYS = 8

/** Who comes after this week: to plan ahead by. */
export function LaterPanel({ today, thisYear }: { today: PlainDate; thisYear: number }) {
  const text = useText(todayMessages)
  const { unitCode } = useAccount()
  const later = useView(listPlans, { place: unitCode, dueFrom: addDays(today, AFTER_DAYS), limit: 20 }, { live: ['contact.due'] })
  return (
    <Panel title={text('casework.today.later')} side={text('casework.today.laterNote')}>
      <ViewState query={later}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="soft pad">{text('casework.today.laterNone')}</p>
          ) : (
            <div className="scroll later">
              <PlanLines plans={rows} thisYear={thisYear} />
            </div>
          )
        }
      </ViewState>
    </Panel>
  )
}
