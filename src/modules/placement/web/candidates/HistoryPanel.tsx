import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Candidate } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'

/** Every step, the last one first: what, when, by whom, by which article and why. */
export function HistoryPanel({ candidate: { history } }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const words = usePlacementWords()
  return (
    <Panel title={text('candidate.history')}>
      <ol className="placement-lines">
        {history.map((one) => (
          <li key={one.number}>
            <b>{words.step(one.step)}</b> {one.takenOn}
            <span className="field-hint">
              {one.byName === '' ? text('candidate.bySelf') : text('candidate.by', { name: one.byName })}
              {one.article !== null && ` · ${one.article}`}
              {one.reason !== null && ` · ${one.reason}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
