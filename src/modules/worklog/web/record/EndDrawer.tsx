import { Input } from 'antd'
import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { todayInChina } from '../../../../ui/outbox/right-now.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { endWork, type KindOnDesk, type WorkRecord } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'

interface EndDrawerProps {
  record: WorkRecord
  kind: KindOnDesk
  onClose: () => void
}

/** Says from which day on something no longer stands. */
export function EndDrawer({ record, kind, onClose }: EndDrawerProps) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const [endedOn, setEndedOn] = useState(todayInChina)
  const [reason, setReason] = useState('')
  const action = useAction(endWork, { onDone: onClose })
  const on = PlainDate.safeParse(endedOn)
  const save = () => {
    if (on.success) void action.send({ recordId: record.id, endedOn: on.data, reason: reason.trim() })
  }
  return (
    <QuickEntry
      open
      title={text('work.endTitle', { name: nameOf(kind) })}
      saveLabel={text('work.end.save')}
      saving={action.sending}
      isTouched={reason !== ''}
      onSave={save}
      onClose={onClose}
    >
      {action.problem && <ErrorState problem={action.problem} onRetry={save} slim />}
      <Refused refusal={action.refusal} />
      <FormField label={text('work.endedOn')}>
        {(field) => <Input {...field} type="date" size="middle" value={endedOn} onChange={(event) => setEndedOn(event.target.value)} />}
      </FormField>
      <FormField label={text('work.endReason')} optional>
        {(field) => <Input {...field} size="middle" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </FormField>
    </QuickEntry>
  )
}
