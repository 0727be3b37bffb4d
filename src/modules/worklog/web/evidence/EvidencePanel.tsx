import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { minuteOf } from '../../../../ui/text/minute-of.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { attachEvidence, MOST_EVIDENCE, type WorkRecord } from '../../contract.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'
import { AddFile } from './AddFile.tsx'
import { useSendFile } from './use-send-file.ts'

/** What a record is shown by: each opens by itself, and more may be added. */
export function EvidencePanel({ record }: { record: WorkRecord }) {
  const text = useText(workMessages)
  const action = useAction(attachEvidence)
  const { isSending, fault, add } = useSendFile(async ({ id }) => {
    await action.send({ recordId: record.id, fileId: id })
  })
  return (
    <Panel title={text('work.evidence')} count={record.evidence.length} foot={<span>{text('work.evidence.looks')}</span>}>
      <div className="work-evidence">
        {record.evidence.length === 0 && <p className="faint">{text('work.evidence.none')}</p>}
        <ul>
          {record.evidence.map(({ id, isPicture, addedAt }, at) => (
            <li key={id}>
              <a href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
                {text(isPicture ? 'work.evidence.picture' : 'work.evidence.document', { number: at + 1 })}
              </a>{' '}
              <span className="faint">{text('work.evidence.addedAt', { at: minuteOf(addedAt) })}</span>
            </li>
          ))}
        </ul>
        {action.problem && <ErrorState problem={action.problem} onRetry={action.again} slim />}
        <Refused refusal={action.refusal} />
        {record.can.attach && record.evidence.length < MOST_EVIDENCE && (
          <>
            <AddFile
              isSending={isSending || action.sending}
              wrong={fault && text(`work.evidence.fault.${fault}`)}
              onAdd={(file) => void add(file)}
            />
            <p className="field-hint">{text('work.evidence.hint')}</p>
          </>
        )}
      </div>
    </Panel>
  )
}
