import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
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
    <ActionDrawer
      title={text('cohorts.publish')}
      saveLabel={text('cohorts.publishSave')}
      action={form}
      refused={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))}
      blocked={closes.success ? undefined : text('cohorts.closesOn')}
      promise={text('cohorts.publishHint')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('cohorts.closesOn')} hint={text('cohorts.publishHint')} type="date" value={closesOn} onChange={setClosesOn} />
    </ActionDrawer>
  )
}
