import { Button } from 'antd'
import { Link } from 'react-router'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Clock } from '../../../../ui/parts/Clock.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { ClassTags } from '../people/PersonLine.tsx'
import { lastOf, ruleOf } from '../visits/plans/plan-sentence.ts'
import { openQuickVisit, personOfPlan } from '../visits/record/quick-visit-store.ts'
import { useVisitWords } from '../visits/visit-words.ts'
import { todayMessages } from './messages-today.ts'
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
  const text = useText(todayMessages)
  const words = useVisitWords()
  const { person } = plan
  return (
    <li className="item tight">
      <Clock left={plan.daysLeft} />
      <div className="grow">
        <div className="t">
          <Link to={`/desk/people/${person.id}`} className="name">
            {person.nameMasked}
          </Link>
          <small>{text('casework.age', { count: person.age })}</small>
          <ClassTags codes={person.classes} />
        </div>
        <div className="soft cut">{person.addressMasked ?? text('casework.noAddress')}</div>
        <div className="rule cut">
          {ruleOf(plan, text, words)}，{lastOf(plan.lastContactOn, text, thisYear)}
        </div>
      </div>
      {plan.can.record && (
        <Button
          type="text"
          className="link-button"
          aria-label={text('casework.today.recordFor', { name: person.nameMasked })}
          onClick={() => openQuickVisit(personOfPlan(plan))}
        >
          {text('casework.today.recordOne')}
        </Button>
      )}
    </li>
  )
}
