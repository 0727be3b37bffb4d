import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { followUp, type LetterLine } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { WordsField } from '../WordsField.tsx'
import { afterMessages } from './messages-after.ts'
import { useAfterRefusal } from './use-after-refusal.ts'

const YES_NO = ['yes', 'no'] as const
type YesNo = (typeof YES_NO)[number]

/** Half a year after the start: whether they are still there, and how they find it. */
export function FollowUpDrawer({ line, onClose }: { line: LetterLine; onClose: () => void }) {
  const text = useText(afterMessages)
  const sentence = useAfterRefusal()
  const [there, setThere] = useState<YesNo>('yes')
  const [satisfied, setSatisfied] = useState<YesNo>('yes')
  const [said, setSaid] = useState('')
  const form = useAction(followUp, { onDone: onClose })
  const save = () => {
    const answers = { isThere: there === 'yes', isSatisfied: satisfied === 'yes', words: said.trim() }
    void form.send({ candidateId: line.candidateId, steps: line.steps, ...answers })
  }
  return (
    <StepForm
      title={text('after.of', { act: text('after.followUp'), name: line.name })}
      form={form}
      refused={sentence(form.refusal)}
      blocked={said.trim().length > 1 ? undefined : text('after.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('after.isThere')}
        value={there}
        onChange={setThere}
        options={YES_NO.map((value) => [value, text(`after.there.${value}`)] as const)}
      />
      <ChoiceField
        label={text('after.isSatisfied')}
        value={satisfied}
        onChange={setSatisfied}
        options={YES_NO.map((value) => [value, text(`after.satisfied.${value}`)] as const)}
      />
      <WordsField label={text('after.words')} value={said} onChange={setSaid} />
    </StepForm>
  )
}
