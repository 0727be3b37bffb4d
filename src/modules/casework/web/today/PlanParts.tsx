import { Button } from 'antd'
import { Link } from 'react-router'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { peopleMessages } from '../people/messages-people.ts'
import { ClassTags } from '../people/PersonLine.tsx'
import { planMessages } from '../visits/plans/messages-plans.ts'
import { lastOf, ruleOf } from '../visits/plans/plan-sentence.ts'
import { openQuickVisit, personOfPlan } from '../visits/record/quick-visit-store.ts'
import { useVisitWords } from '../visits/visit-words.ts'
import { todayMessages } from './messages-today.ts'

/** Whom a plan is for: the name to the file, the age, the identities. */
export function PlanPerson({ person }: Pick<Plan, 'person'>) {
  const people = useText(peopleMessages)
  return (
    <div className="t">
      <Link to={`/desk/people/${person.id}`} className="name">
        {person.nameMasked}
      </Link>
      <small>{people('casework.age', { count: person.age })}</small>
      <ClassTags codes={person.classes} />
    </div>
  )
}

/** Why a plan stands, and when its person was last seen: 一年一访，上次 3 月 2 日. */
export function usePlanReason(plan: Plan, thisYear: number): string {
  const [people, plans] = [useText(peopleMessages), useText(planMessages)]
  return `${ruleOf(plan, plans, useVisitWords())}，${lastOf(plan.lastContactOn, people, thisYear)}`
}

/** Opens the form of a visit for the person of a plan; nothing where the reader may not record it. */
export function RecordButton({ plan, isNext = false }: { plan: Plan; isNext?: boolean }) {
  const [text, plans] = [useText(todayMessages), useText(planMessages)]
  if (!plan.can.record) return null
  return (
    <Button
      type={isNext ? 'default' : 'text'}
      className={isNext ? '' : 'link-button'}
      aria-label={text('casework.today.recordFor', { name: plan.person.nameMasked })}
      onClick={() => openQuickVisit(personOfPlan(plan))}
    >
      {plans('casework.today.recordOne')}
    </Button>
  )
}
