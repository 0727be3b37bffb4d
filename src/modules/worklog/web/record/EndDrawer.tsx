import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../../ui/outbox/right-now.ts'
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
  const [isChecked, setChecked] = useState(false)
  const on = PlainDate.safeParse(endedOn)
  const save = () => {
    setChecked(true)
    if (on.success) void action.send({ recordId: record.id, endedOn: on.data, reason: reason.trim() })
  }
  return (
    <ActionDrawer
      title={text('work.endTitle', { name: nameOf(kind) })}
      saveLabel={text('work.end.save')}
      action={action}
      refused={<Refused refusal={action.refusal} />}
      isTouched={reason !== ''}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('work.endedOn')}
        error={isChecked && !on.success ? text('work.fault.not-a-day') : undefined}
        type="date"
        value={endedOn}
        onChange={setEndedOn}
      />
      <LineField label={text('work.endReason')} optional max={500} value={reason} onChange={setReason} />
    </ActionDrawer>
  )
}
