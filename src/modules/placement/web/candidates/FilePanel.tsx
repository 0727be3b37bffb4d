import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Candidate } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'

/** The handover file: when it came, how often it was checked, what is missing; and the report-in. */
export function FilePanel({ candidate: { files, leavingOn, reportBy, reportedOn } }: { candidate: Candidate }) {
  const text = useText(candidateMessages)
  const { text: words } = usePlacementWords()
  return (
    <Panel title={text('candidate.file')}>
      <ul className="placement-lines">
        <li>{text('candidate.leaving', { day: leavingOn })}</li>
        {files.length === 0 && <li>{text('candidate.fileNone')}</li>}
        {files.map(({ receivedOn, pages, missing, checkedOn }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks have no name of their own and never change their place
          <li key={at}>
            {text('candidate.fileLine', { received: receivedOn, pages, checked: checkedOn })}
            <span className={missing.length > 0 ? 'field-hint amber' : 'field-hint'}>
              {missing.length === 0
                ? text('candidate.fileWhole')
                : text('candidate.fileMissing', { papers: missing.map((paper) => words(`placement.paper.${paper}`)).join('、') })}
            </span>
          </li>
        ))}
        <li>
          {reportedOn === null ? text('candidate.notReported') : text('candidate.reported', { day: reportedOn })}
          {reportedOn === null && <span className="field-hint">{text('candidate.reportBy', { day: reportBy })}</span>}
        </li>
      </ul>
    </Panel>
  )
}
