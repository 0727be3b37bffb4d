import { useState } from 'react'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, type ExitStep, leaveWay } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { WordsField } from '../WordsField.tsx'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

/** Takes a candidate off the way: how, and why. */
export function LeaveDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const words = usePlacementWords()
  const { exits } = candidate.can
  const [step, setStep] = useState<ExitStep>(exits[0] ?? 'cancel')
  const [reason, setReason] = useState('')
  const { form, refused } = useStepForm(leaveWay, onClose)
  const save = () => void form.send({ candidateId: candidate.id, steps: candidate.steps, step, reason: reason.trim() })
  return (
    <StepForm
      title={text('candidate.leave')}
      saveLabel={text('candidate.leaveSave')}
      form={form}
      refused={refused}
      blocked={reason.trim().length > 1 ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('candidate.leaveStep')}
        value={step}
        onChange={setStep}
        options={exits.map((value) => [value, words.step(value)] as const)}
      />
      <WordsField label={text('candidate.reason')} value={reason} onChange={setReason} />
    </StepForm>
  )
}
