import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { decidePool, PoolMethod } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { WordsField } from '../WordsField.tsx'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

/** Chooses the method and says why; the division is made at once and stands. */
export function DecidePoolDrawer({ poolId, onClose }: { poolId: string; onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [method, setMethod] = useState<PoolMethod>('hamilton')
  const [reason, setReason] = useState('')
  const form = useAction(decidePool, { onDone: onClose })
  const save = () => void form.send({ poolId, method, reason: reason.trim() })
  return (
    <StepForm
      title={text('posts.poolDecide')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={reason.trim().length > 1 ? undefined : text('posts.poolReason')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('posts.poolDecide')}
        value={method}
        onChange={setMethod}
        options={PoolMethod.options.map((value) => [value, text(`posts.poolMethod.${value}`)] as const)}
      />
      <WordsField label={text('posts.poolReason')} value={reason} onChange={setReason} max={300} />
    </StepForm>
  )
}
