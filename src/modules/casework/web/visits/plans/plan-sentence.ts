import { day } from '../../../../../ui/text/format.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { Plan } from '../../../contract.ts'
import type { peopleMessages } from '../../people/messages-people.ts'
import type { VisitWords } from '../visit-words.ts'
import type { planMessages } from './messages-plans.ts'

type PeopleText = Text<(typeof peopleMessages)['keys'][number]>
type PlanText = Text<(typeof planMessages)['keys'][number]>
type Words = Pick<VisitWords, 'rule' | 'reason'>

/** The rule behind a plan, in words: a contact rule, or what somebody planned it for. */
export const ruleOf = (plan: Pick<Plan, 'ruleCode' | 'reason'>, text: PlanText, words: Words): string =>
  plan.ruleCode === null ? text('casework.byHand', { reason: words.reason(plan.reason) }) : words.rule(plan.ruleCode)

export const lastOf = (lastContactOn: string | null, text: PeopleText, thisYear: number): string =>
  lastContactOn === null ? text('casework.never') : text('casework.last', { day: day(lastContactOn, thisYear) })
