import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, type Objection, settleObjection } from '../../contract.ts'
import { quantityOf } from '../points.ts'
import { WordsField } from '../WordsField.tsx'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

interface SettleDrawerProps {
  candidate: Candidate
  objection: Objection
  onClose: () => void
}

/** Settles one objection. Upheld, only its own line is put right. */
export function SettleDrawer({ candidate, objection, onClose }: SettleDrawerProps) {
  const text = useText(candidateMessages)
  const [sheet] = candidate.sheets
  const line = sheet?.lines.find(({ item }) => item === objection.line)
  const isService = line?.unit === 'halfYear'
  const [outcome, setOutcome] = useState<'upheld' | 'dismissed'>('dismissed')
  const [reason, setReason] = useState('')
  const [quantity, setQuantity] = useState(String(line?.quantity ?? ''))
  const [evidence, setEvidence] = useState(line?.evidence ?? '')
  const [enlistedOn, setEnlistedOn] = useState<string>(sheet?.enlistedOn ?? '')
  const { form, refused } = useStepForm(settleObjection, onClose)
  const save = () => {
    const enlisted = PlainDate.safeParse(enlistedOn)
    const right = isService
      ? enlisted.success
        ? { enlistedOn: enlisted.data }
        : {}
      : { line: { quantity: quantityOf(quantity) ?? 0, evidence: evidence.trim() } }
    void form.send({ objectionId: objection.id, outcome, reason: reason.trim(), ...(outcome === 'upheld' ? right : {}) })
  }
  return (
    <StepForm
      title={text('candidate.settle')}
      form={form}
      refused={refused}
      blocked={reason.trim().length > 1 ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <p>{text('candidate.objectionLine', { line: objection.lineZh, words: objection.words })}</p>
      <ChoiceField
        label={text('candidate.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={(['dismissed', 'upheld'] as const).map((value) => [value, text(`candidate.outcome.${value}`)] as const)}
      />
      {outcome === 'upheld' && isService && (
        <LineField label={text('candidate.enlistedOn')} type="date" value={enlistedOn} onChange={setEnlistedOn} />
      )}
      {outcome === 'upheld' && !isService && (
        <>
          <LineField label={text('candidate.rightQuantity')} value={quantity} onChange={setQuantity} isNumber max={5} />
          <LineField label={text('candidate.rightEvidence')} value={evidence} onChange={setEvidence} max={100} />
        </>
      )}
      <WordsField label={text('candidate.reason')} value={reason} onChange={setReason} max={1000} />
    </StepForm>
  )
}
