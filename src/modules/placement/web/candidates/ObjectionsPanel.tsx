import { Button } from 'antd'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Candidate, Objection } from '../../contract.ts'
import { candidateMessages } from './messages-candidate.ts'

/** What was objected to, line by line, and what became of it. */
export function ObjectionsPanel({ candidate, onSettle }: { candidate: Candidate; onSettle: (objection: Objection) => void }) {
  const text = useText(candidateMessages)
  const { objections, can } = candidate
  if (objections.length === 0) return null
  return (
    <Panel title={text('candidate.objections')} count={objections.length}>
      <ul className="placement-lines">
        {objections.map((one) => (
          <li key={one.id}>
            <b>{text('candidate.objectionLine', { line: one.lineZh, words: one.words })}</b>
            <span className="field-hint">
              {text(one.via === 'me' ? 'candidate.objectionMe' : 'candidate.objectionWindow', { day: one.statedOn })}
            </span>
            {one.outcome !== null && <span className="field-hint">{text(`candidate.${one.outcome}`, { reason: one.reason ?? '' })}</span>}
            {one.outcome === null && can.settle && (
              <Button size="small" onClick={() => onSettle(one)}>
                {text('candidate.settle')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
