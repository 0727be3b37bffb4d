import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Accreditation, prepareAccreditation, reviewAccreditation } from '../../contract.ts'
import { REVIEWING, type StepKind } from '../../domain/accreditation/advance.ts'
import { accreditationMessages } from './messages-accreditation.ts'
import { StepRefused } from './StepRefused.tsx'

type Reviewing = (typeof REVIEWING)[number]
const isReviewing = (kind: StepKind): kind is Reviewing => (REVIEWING as readonly StepKind[]).includes(kind)

interface StepDrawerProps {
  course: Accreditation
  kind: StepKind
  /** Whether the page holds a self-check that was typed and not saved: handed in would be what was saved before. */
  isUnsaved: boolean
  onClose: () => void
}

/** One step with its reason; handing in needs none. */
export function StepDrawer({ course, kind, isUnsaved, onClose }: StepDrawerProps) {
  const text = useText(accreditationMessages)
  const [reason, setReason] = useState('')
  const prepare = useAction(prepareAccreditation, { onDone: onClose })
  const review = useAction(reviewAccreditation, { onDone: onClose })
  const named = { unitCode: course.unitCode, id: course.id, revision: course.revision }
  const acting = isReviewing(kind) ? review : prepare
  const needsReason = kind !== 'submit'
  const blocked =
    needsReason && reason.trim().length < 2
      ? text('accreditation.reason')
      : kind === 'submit' && isUnsaved
        ? text('accreditation.saveFirst')
        : undefined
  const send = () => {
    if (isReviewing(kind)) return void review.send({ ...named, step: { kind, reason } })
    void prepare.send({ ...named, step: kind === 'withdraw' ? { kind, reason } : { kind: 'submit' } })
  }
  return (
    <ActionDrawer
      title={text(`accreditation.step.${kind}`)}
      action={acting}
      refused={<StepRefused refusal={acting.refusal} scheme={course.scheme} />}
      saveLabel={text(`accreditation.step.${kind}`)}
      isTouched={reason !== ''}
      blocked={blocked}
      onSave={send}
      onClose={onClose}
    >
      <p className="form-words">{course.unitName}</p>
      {needsReason && (
        <FormField label={text('accreditation.reason')}>
          {(field) => (
            <Input.TextArea {...field} rows={4} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </FormField>
      )}
    </ActionDrawer>
  )
}
