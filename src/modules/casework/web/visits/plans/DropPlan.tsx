import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { dropPlan, type Plan } from '../../../contract.ts'
import { listMessages } from '../list/messages-list.ts'
import { recordMessages } from '../record/messages-record.ts'

/** Drops a planned visit; the reason is kept. */
export function DropPlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const text = useText(listMessages)
  const record = useText(recordMessages)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const action = useAction(dropPlan, { onDone: onClose })
  const isShort = reason.trim().length < 2
  const save = () => {
    setChecked(true)
    if (!isShort) void action.send({ planId: plan.id, reason: reason.trim() })
  }
  const wrong = isChecked && isShort ? record('casework.correct.whyMissing') : undefined
  return (
    <QuickEntry
      open
      onClose={onClose}
      onSave={save}
      saving={action.sending}
      title={text('casework.due.dropTitle')}
      saveLabel={text('casework.due.dropSave')}
      promise={text('casework.due.dropWho', { name: plan.person.nameMasked, day: plan.dueOn })}
      isTouched={reason !== ''}
    >
      {action.problem && <ErrorState problem={action.problem} onRetry={save} slim />}
      <FormField label={text('casework.due.dropWhy')} error={action.refusal ? text('casework.due.closed') : wrong}>
        {(field) => (
          <Input.TextArea {...field} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </FormField>
    </QuickEntry>
  )
}
