import { useState } from 'react'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, objectToScore } from '../../contract.ts'
import { WordsField } from '../WordsField.tsx'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

/** Takes down at the window to which line somebody objects, and why. */
export function ObjectDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const lines = candidate.sheets[0]?.lines ?? []
  const [line, setLine] = useState(lines[0]?.item ?? '')
  const [words, setWords] = useState('')
  const { form, refused } = useStepForm(objectToScore, onClose)
  const save = () => void form.send({ candidateId: candidate.id, steps: candidate.steps, line, words: words.trim() })
  return (
    <StepForm
      title={text('candidate.object')}
      form={form}
      refused={refused}
      blocked={words.trim().length > 1 ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('candidate.objectLine')}
        value={line}
        onChange={setLine}
        options={lines.map(({ item, zh }) => [item, zh] as const)}
      />
      <WordsField label={text('candidate.objectWords')} value={words} onChange={setWords} max={1000} />
    </StepForm>
  )
}
