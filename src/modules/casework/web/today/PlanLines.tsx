import { Link } from 'react-router'
import { day } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { ruleOf } from '../visits/plans/plan-sentence.ts'
import { useVisitWords } from '../visits/visit-words.ts'
import { todayMessages } from './messages-today.ts'

/** Plans on one line each: who, where, by which rule; with the day where one is asked for. */
export function PlanLines({ plans, thisYear }: { plans: readonly Plan[]; thisYear?: number }) {
  const text = useText(todayMessages)
  const words = useVisitWords()
  return (
    <ul className="soon">
      {plans.map((plan) => (
        <li key={plan.id}>
          {thisYear !== undefined && <span className="faint when">{day(plan.dueOn, thisYear)}</span>}
          <Link to={`/desk/people/${plan.person.id}`} className="name">
            {plan.person.nameMasked}
          </Link>
          <span className="soft age">{text('casework.age', { count: plan.person.age })}</span>
          <span className="soft cut grow">{plan.person.addressMasked}</span>
          <span className="rule cut">{ruleOf(plan, text, words)}</span>
        </li>
      ))}
    </ul>
  )
}
