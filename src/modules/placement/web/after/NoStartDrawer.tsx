import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { LateCause, type LetterLine, recordNoStart } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { WordsField } from '../WordsField.tsx'
import { afterMessages } from './messages-after.ts'
import { useAfterRefusal } from './use-after-refusal.ts'

/** Through whom a start is late, and what happened. */
export function NoStartDrawer({ line, onClose }: { line: LetterLine; onClose: () => void }) {
  const text = useText(afterMessages)
  const sentence = useAfterRefusal()
  const [cause, setCause] = useState<LateCause>('employer')
  const [reason, setReason] = useState('')
  const form = useAction(recordNoStart, { onDone: onClose })
  const save = () => void form.send({ candidateId: line.candidateId, steps: line.steps, cause, reason: reason.trim() })
  return (
    <StepForm
      title={text('after.of', { act: text('after.notStarted'), name: line.name })}
      form={form}
      refused={sentence(form.refusal)}
      blocked={reason.trim().length > 1 ? undefined : text('after.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('after.cause')}
        value={cause}
        onChange={setCause}
        options={LateCause.options.map((value) => [value, text(`after.cause.${value}`)] as const)}
      />
      <p className="field-hint">{text('after.causeHint')}</p>
      <WordsField label={text('after.reason')} value={reason} onChange={setReason} />
    </StepForm>
  )
}
