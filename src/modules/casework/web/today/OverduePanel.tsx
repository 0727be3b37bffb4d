import { Link } from 'react-router'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Clock } from '../../../../ui/parts/Clock.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { peopleMessages } from '../people/messages-people.ts'
import { todayMessages } from './messages-today.ts'
import { PlanPerson, RecordButton, usePlanReason } from './PlanParts.tsx'
import type { Today } from './today.ts'

/** Whose contact is overdue, the longest first, with the rule that says so. */
export function OverduePanel({ today, thisYear }: { today: Today; thisYear: number }) {
  const text = useText(todayMessages)
  const { overdue } = today.counts
  return (
    <Panel
      title={text('casework.today.overdue')}
      count={text('casework.today.people', { count: overdue })}
      tone={overdue > 0 ? 'late' : undefined}
      side={
        <>
          <span>{text('casework.today.byDays')}</span>
          {overdue > today.overdue.length && (
            <Link to="/desk/visits/due?which=overdue">{text('casework.today.all', { count: count(overdue) })}</Link>
          )}
        </>
      }
    >
      {today.overdue.length === 0 ? (
        <EmptyState title={text('casework.today.noneOverdue')} words={text('casework.today.noneOverdueWords')} />
      ) : (
        <ul className="scroll">
          {today.overdue.map((plan) => (
            <OverdueItem key={plan.id} plan={plan} thisYear={thisYear} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OverdueItem({ plan, thisYear }: { plan: Plan; thisYear: number }) {
  const people = useText(peopleMessages)
  return (
    <li className="item tight">
      <Clock left={plan.daysLeft} />
      <div className="grow">
        <PlanPerson person={plan.person} />
        <div className="soft cut">{plan.person.addressMasked ?? people('casework.noAddress')}</div>
        <div className="rule cut">{usePlanReason(plan, thisYear)}</div>
      </div>
      <RecordButton plan={plan} />
    </li>
  )
}
