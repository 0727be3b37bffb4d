import { Link } from 'react-router'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { clockTime } from '../clock-time.ts'
import { peopleMessages } from '../people/messages-people.ts'
import { planMessages } from '../visits/plans/messages-plans.ts'
import { todayMessages } from './messages-today.ts'
import { PlanLines } from './PlanLines.tsx'
import { PlanPerson, RecordButton, usePlanReason } from './PlanParts.tsx'
import type { Today } from './today.ts'

/** Rows of the week that still fit below today's. */
const SOON = 6

/** Who to visit, in the order of a walk; what is done; who comes next. */
export function ToVisitPanel({ today, thisYear }: { today: Today; thisYear: number }) {
  const text = useText(todayMessages)
  return (
    <Panel
      title={text('casework.today.toVisit')}
      count={text('casework.today.people', { count: today.toVisit.length })}
      side={text('casework.today.byAddress')}
      foot={
        <>
          <span>{text('casework.today.monthLeft', { count: count(today.counts.thisMonthLeft) })}</span>
          <Link to="/desk/visits/due" className="push">
            {text('casework.today.seeDue')}
          </Link>
        </>
      }
    >
      <div className="scroll">
        {today.toVisit.length === 0 && (
          <EmptyState title={text('casework.today.allDone')} words={today.can.record && text('casework.today.allDoneWords')} />
        )}
        <ol>
          {today.toVisit.map((plan, at) => (
            <PlanItem key={plan.id} plan={plan} at={at} thisYear={thisYear} />
          ))}
        </ol>
        <Recorded today={today} />
        <Soon plans={today.soon} />
      </div>
    </Panel>
  )
}

function PlanItem({ plan, at, thisYear }: { plan: Plan; at: number; thisYear: number }) {
  const [people, plans] = [useText(peopleMessages), useText(planMessages)]
  const isFirst = at === 0
  return (
    <li className={isFirst ? 'item now' : 'item'} aria-current={isFirst ? 'true' : undefined}>
      <span className="step">{at + 1}</span>
      <div className="grow">
        <PlanPerson person={plan.person} />
        <div className="soft cut">
          <Icon name="pin" size={14} /> {plan.person.addressMasked ?? people('casework.noAddress')}
        </div>
        <div className="rule">
          {usePlanReason(plan, thisYear)}
          <b className={plan.daysLeft <= 3 ? 'amber left' : 'soft left'}>
            {plan.daysLeft === 0 ? plans('casework.dueToday') : plans('casework.left', { count: plan.daysLeft })}
          </b>
        </div>
      </div>
      <RecordButton plan={plan} isNext={isFirst} />
    </li>
  )
}

function Recorded({ today }: { today: Today }) {
  const text = useText(todayMessages)
  const [latest] = today.recordedToday
  if (!latest) return null
  return (
    <div className="item recorded">
      <span className="step done">
        <Icon name="check" size={12} />
      </span>
      <span className="grow cut">
        {text('casework.today.done', { count: today.recordedToday.length })}
        <span className="soft">{today.recordedToday.flatMap(({ people }) => people).join('、')}</span>
      </span>
      {clockTime(latest.recordedAt)}
    </div>
  )
}

function Soon({ plans }: { plans: readonly Plan[] }) {
  const text = useText(todayMessages)
  if (plans.length === 0) return null
  return (
    <>
      <h3 className="sub">{text('casework.today.soon', { count: plans.length })}</h3>
      <PlanLines plans={plans.slice(0, SOON)} />
    </>
  )
}
