import { Button } from 'antd'
import type { FileId } from '../../../../kernel/id.ts'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { useReachable } from '../../../../ui/outbox/use-field.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { MOST_EVIDENCE } from '../../contract.ts'
import { workMessages } from '../messages.ts'
import { AddFile } from './AddFile.tsx'
import { useSendFile } from './use-send-file.ts'

export interface EvidenceDraft {
  readonly id: FileId
  readonly isPicture: boolean
  /** Of a photo that lies on this device and goes out before the record. */
  readonly hash?: string | undefined
}

interface EvidenceFieldProps {
  drafts: readonly EvidenceDraft[]
  onChange: (drafts: EvidenceDraft[]) => void
}

/** Photos and documents that go with a record as it is made; without a network photos only, kept on this device. */
export function EvidenceField({ drafts, onChange }: EvidenceFieldProps) {
  const text = useText(workMessages)
  const isOnline = useReachable()
  const { isSending, fault, add } = useSendFile(
    (sent) => onChange([...drafts.filter(({ id }) => id !== sent.id), sent]),
    isOnline ? 'unanswered' : 'always',
  )
  const nameOf = ({ isPicture }: EvidenceDraft, at: number) =>
    text(isPicture ? 'work.evidence.picture' : 'work.evidence.document', { number: at + 1 })
  return (
    <FieldGroup label={text('work.evidence')}>
      <p className="field-hint">{text(isOnline ? 'work.evidence.hint' : 'work.evidence.offline')}</p>
      <ul className="work-people">
        {drafts.map((one, at) => (
          <li key={one.id}>
            {nameOf(one, at)}
            <Button
              type="text"
              className="link-button"
              aria-label={text('work.evidence.remove', { name: nameOf(one, at) })}
              onClick={() => onChange(drafts.filter(({ id }) => id !== one.id))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {drafts.length < MOST_EVIDENCE && (
        <AddFile
          isSending={isSending}
          isOffline={!isOnline}
          wrong={fault && text(`work.evidence.fault.${fault}`)}
          onAdd={(file) => void add(file)}
        />
      )}
    </FieldGroup>
  )
}
