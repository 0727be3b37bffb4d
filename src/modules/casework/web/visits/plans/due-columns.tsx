import { Button } from 'antd'
import type { MouseEvent } from 'react'
import type { Column } from '../../../../../ui/table/column.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { Plan } from '../../../contract.ts'
import type { peopleMessages } from '../../people/messages-people.ts'
import { ClassTags } from '../../people/PersonLine.tsx'
import { openQuickVisit, personOfPlan } from '../record/quick-visit-store.ts'
import type { VisitWords } from '../visit-words.ts'
import type { planMessages } from './messages-plans.ts'
import { ruleOf } from './plan-sentence.ts'

interface ColumnParts {
  text: Text<(typeof planMessages)['keys'][number]>
  people: Text<(typeof peopleMessages)['keys'][number]>
  words: VisitWords
  onDrop: (plan: Plan) => void
}

/** The columns of the list of deadlines. */
export const dueColumns = ({ text, people, words, onDrop }: ColumnParts): Column<Plan>[] => [
  { key: 'person', title: text('casework.due.person'), width: 90, card: 'title', draw: ({ person }) => <b>{person.nameMasked}</b> },
  {
    key: 'left',
    title: text('casework.due.left'),
    width: 110,
    draw: ({ daysLeft }) => <DaysLeft days={daysLeft} text={text} />,
  },
  { key: 'on', title: text('casework.due.on'), width: 104, draw: ({ dueOn }) => dueOn },
  { key: 'rule', title: text('casework.due.rule'), width: 170, draw: (plan) => ruleOf(plan, text, words) },
  {
    key: 'classes',
    title: text('casework.due.classes'),
    width: 190,
    draw: ({ person }) => (
      <span className="person-line">
        <ClassTags codes={person.classes} />
      </span>
    ),
  },
  { key: 'address', title: text('casework.due.address'), width: 220, draw: ({ person }) => person.addressMasked },
  { key: 'last', title: text('casework.due.last'), width: 104, draw: ({ lastContactOn }) => lastContactOn ?? people('casework.never') },
  {
    key: 'act',
    title: text('casework.due.act'),
    width: 130,
    draw: (plan) => (
      <>
        {plan.can.record && (
          <Button type="text" className="link-button" onClick={apart(() => openQuickVisit(personOfPlan(plan)))}>
            {text('casework.today.recordOne')}
          </Button>
        )}{' '}
        {plan.can.drop && (
          <Button type="text" className="link-button" onClick={apart(() => onDrop(plan))}>
            {text('casework.due.drop')}
          </Button>
        )}
      </>
    ),
  },
]

/** A button in a row that opens: the row stays shut. */
const apart = (act: () => void) => (event: MouseEvent) => {
  event.stopPropagation()
  act()
}

function DaysLeft({ days, text }: { days: number } & Pick<ColumnParts, 'text'>) {
  if (days < 0) return <b className="red">{text('casework.due.overdueBy', { count: -days })}</b>
  const word = days === 0 ? text('casework.dueToday') : text('casework.left', { count: days })
  return <span className={days <= 3 ? 'amber' : 'soft'}>{word}</span>
}
