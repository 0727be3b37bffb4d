import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type LetterLine, recordStart } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { afterMessages } from './messages-after.ts'
import { useAfterRefusal } from './use-after-refusal.ts'

/** The day on which somebody has started. */
export function StartDrawer({ line, onClose }: { line: LetterLine; onClose: () => void }) {
  const text = useText(afterMessages)
  const sentence = useAfterRefusal()
  const [startedOn, setStartedOn] = useState('')
  const form = useAction(recordStart, { onDone: onClose })
  const on = PlainDate.safeParse(startedOn)
  const save = () => {
    if (on.success) void form.send({ candidateId: line.candidateId, steps: line.steps, startedOn: on.data })
  }
  return (
    <StepForm
      title={text('after.of', { act: text('after.start'), name: line.name })}
      form={form}
      refused={sentence(form.refusal)}
      blocked={on.success ? undefined : text('after.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('after.startOn')}
        type="date"
        hint={text('after.startHint', { issued: line.issuedOn, by: line.startBy })}
        value={startedOn}
        onChange={setStartedOn}
      />
    </StepForm>
  )
}
