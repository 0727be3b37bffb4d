import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Decision } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'

/** Which way the table gave, by which article, and how each row answered. */
export function DecisionPanel({ decision }: { decision: Decision | null }) {
  const text = useText(candidateMessages)
  const { text: words } = usePlacementWords()
  if (!decision)
    return (
      <Panel title={text('candidate.decision')}>
        <EmptyState title={text('candidate.decisionNone')} />
      </Panel>
    )
  const { way, article, decidedOn, choices } = decision
  const others = choices.map((choice) => `${words(`placement.way.${choice.way}`)}（${choice.article}）`).join('、')
  return (
    <Panel title={text('candidate.decision')}>
      <p className="panel-words">
        <b>{text('candidate.decisionLine', { way: words(`placement.way.${way}`), article, day: decidedOn })}</b>
        <br />
        {others === '' ? text('candidate.choicesNone') : `${text('candidate.choices')}：${others}`}
      </p>
      <DecisionRows decision={decision} />
    </Panel>
  )
}

const NEEDS = { all: 'candidate.needAll', any: 'candidate.needAny', none: 'candidate.needNone' } as const

/** The rows of the table, down to the one that held. */
export function DecisionRows({ decision }: { decision: Decision }) {
  const text = useText(candidateMessages)
  const { text: words, condition } = usePlacementWords()
  return (
    <ol className="decision-rows">
      {decision.answers.map((row) => (
        <li key={row.row} data-holds={row.holds || undefined}>
          <b>
            {words(`placement.way.${row.way}`)} <span className="faint">{row.article}</span>{' '}
            {text(row.holds ? 'candidate.rowYes' : 'candidate.rowNo')}
          </b>
          <ul>
            {row.conditions.map((one) => (
              <li key={one.code}>
                <Icon name={one.holds ? 'check' : 'close'} size={14} /> <span className="faint">{text(NEEDS[one.need])}</span>{' '}
                {condition(one.code)}：{text(one.holds ? 'candidate.holds' : 'candidate.holdsNot')}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
