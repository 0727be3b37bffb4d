import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { correctWork, type KindOnDesk, type WorkRecord } from '../../contract.ts'
import { useFaults } from '../form/use-faults.ts'
import { WorkFieldset } from '../form/WorkFieldset.tsx'
import { draftOfRecord } from '../form/work-draft.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'

interface CorrectDrawerProps {
  record: WorkRecord
  kind: KindOnDesk
  onClose: () => void
}

/** Takes a wrong record back by a counter-record, and where there was something after all, says how it was. */
export function CorrectDrawer({ record, kind, onClose }: CorrectDrawerProps) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const [way, setWay] = useState<'again' | 'void'>('again')
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [draft, setDraft] = useState(() => draftOfRecord(record, kind))
  const action = useAction(correctWork, { onDone: onClose })
  const { faults, messageToSend } = useFaults(action.refusal, { kind, draft })
  const isMissing = reason.trim().length < 2
  const save = () => {
    setChecked(true)
    const asked = { recordId: record.id, reason: reason.trim() }
    if (isMissing) return
    if (way === 'void') return void action.send(asked)
    const message = messageToSend()
    if (message) void action.send({ ...asked, corrected: message })
  }
  return (
    <ActionDrawer
      title={text('work.correct.title', { name: nameOf(kind) })}
      saveLabel={text('work.correct.save')}
      action={action}
      refused={<Refused refusal={action.refusal} />}
      isTouched={reason !== ''}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('work.reason')}
        hint={text('work.reasonHint')}
        error={isChecked && isMissing ? text('work.reasonMissing') : undefined}
        max={500}
        value={reason}
        onChange={setReason}
      />
      <FieldGroup label={text('work.correctAs')}>
        <Choice
          label={text('work.correctAs')}
          options={(['again', 'void'] as const).map((value) => ({ value, label: text(`work.correct.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      </FieldGroup>
      {way === 'again' && (
        <WorkFieldset
          kind={kind}
          draft={draft}
          faults={faults}
          isFixed
          set={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      )}
    </ActionDrawer>
  )
}
