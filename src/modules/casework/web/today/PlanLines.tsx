import { Link } from 'react-router'
import { day } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Plan } from '../../contract.ts'
import { peopleMessages } from '../people/messages-people.ts'
import { planMessages } from '../visits/plans/messages-plans.ts'
import { ruleOf } from '../visits/plans/plan-sentence.ts'
import { useVisitWords } from '../visits/visit-words.ts'

/** Plans on one line each: who, where, by which rule; with the day where one is asked for. */
export function PlanLines({ plans, thisYear }: { plans: readonly Plan[]; thisYear?: number }) {
  const [people, plan] = [useText(peopleMessages), useText(planMessages)]
  const words = useVisitWords()
  return (
    <ul className="soon">
      {plans.map((one) => (
        <li key={one.id}>
          {thisYear !== undefined && <span className="faint when">{day(one.dueOn, thisYear)}</span>}
          <Link to={`/desk/people/${one.person.id}`} className="name">
            {one.person.nameMasked}
          </Link>
          <span className="soft age">{people('casework.age', { count: one.person.age })}</span>
          <span className="soft cut grow">{one.person.addressMasked}</span>
          <span className="rule cut">{ruleOf(one, plan, words)}</span>
        </li>
      ))}
    </ul>
  )
}
