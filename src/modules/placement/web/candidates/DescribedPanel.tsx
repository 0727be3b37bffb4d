import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Candidate } from '../../contract.ts'
import { useCodeWord } from '../use-code-words.ts'
import { candidateMessages } from './messages-candidate.ts'

/** What posts may ask of somebody. */
export function DescribedPanel({ candidate: { described } }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const word = useCodeWord()
  const { codes, furtherPlaces, hardship } = described
  return (
    <Panel title={text('candidate.described')}>
      <ul className="placement-lines">
        <li>{codes.length === 0 ? text('candidate.describedNone') : codes.map(word).join('、')}</li>
        {furtherPlaces.length > 0 && <li>{text('candidate.alsoAt', { places: furtherPlaces.join('、') })}</li>}
        {hardship > 0 && <li>{text('candidate.hardshipOf', { grade: hardship })}</li>}
      </ul>
    </Panel>
  )
}
