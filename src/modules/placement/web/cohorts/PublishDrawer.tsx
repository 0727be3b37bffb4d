import { Input } from 'antd'
import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { publishScores } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** Publishes the masked list and opens the window. */
export function PublishDrawer({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const text = useText(cohortMessages)
  const [closesOn, setClosesOn] = useState('')
  const form = useAction(publishScores, { onDone: onClose })
  const closes = PlainDate.safeParse(closesOn)
  const save = () => {
    if (closes.success) void form.send({ cohortId, closesOn: closes.data })
  }
  const { refusal } = form
  return (
    <QuickEntry
      open
      title={text('cohorts.publish')}
      saveLabel={text('cohorts.publishSave')}
      saving={form.sending}
      blocked={closes.success ? undefined : text('cohorts.closesOn')}
      promise={text('cohorts.publishHint')}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      <Refused sentence={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))} />
      <FormField label={text('cohorts.closesOn')} hint={text('cohorts.publishHint')}>
        {(field) => <Input {...field} type="date" size="middle" value={closesOn} onChange={(event) => setClosesOn(event.target.value)} />}
      </FormField>
    </QuickEntry>
  )
}
