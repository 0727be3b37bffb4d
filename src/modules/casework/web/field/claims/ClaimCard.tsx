import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { minuteOf } from '../../../../../ui/text/minute-of.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Claim, settleClaim } from '../../../contract.ts'
import { fieldPageMessages } from '../messages-field.ts'
import { whyMessages } from '../messages-why.ts'
import { actionWord, whySentence } from '../why-sentence.ts'
import { type Choice, ClaimChoice } from './ClaimChoice.tsx'
import type { ClaimWords } from './claim-words.ts'
import { claimMessages } from './messages-claims.ts'

/** What a device recorded beside what the file says, and the choice between them. */
export function ClaimCard({ claim, words: claimWords }: { claim: Claim; words: ClaimWords }) {
  const text = useText(claimMessages)
  const words = useText(fieldPageMessages)
  const sentences = useText(whyMessages)
  const action = useAction(settleClaim)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isComplete = reason.trim().length > 1 && claim.fields.every(({ field }) => field in choices)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isComplete) void action.send({ claimId: claim.id, choices, reason })
  }
  const { refusal } = action
  const error = isTried && !isComplete ? text('casework.claims.incomplete') : undefined
  return (
    <form className="claim-card" noValidate onSubmit={submit}>
      <h3>{text('casework.claims.head', { who: claim.byName, what: actionWord(claim.action, words) })}</h3>
      <p className="soft">
        <time dateTime={claim.capturedAt}>{minuteOf(claim.capturedAt)}</time> · {whySentence({ code: claim.code }, sentences)}
      </p>
      {claim.fields.length === 0 && <p>{text('casework.claims.nothing')}</p>}
      {claim.fields.map((field) => (
        <ClaimChoice
          key={field.field}
          field={field}
          words={claimWords}
          choice={choices[field.field]}
          onChoose={(choice) => setChoices((before) => ({ ...before, [field.field]: choice }))}
        />
      ))}
      {action.problem && <ErrorState problem={action.problem} slim />}
      {refusal && (
        <p className="field-error" role="alert">
          {text(`casework.claims.refusal.${refusal.code}`)}
        </p>
      )}
      {claim.can.settle && (
        <>
          <FormField label={text('casework.claims.reason')} hint={text('casework.claims.reasonHint')} error={error}>
            {(field) => (
              <input {...field} className="plain-input" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
            )}
          </FormField>
          <Button type="primary" htmlType="submit" loading={action.sending}>
            {text('casework.claims.settle')}
          </Button>
        </>
      )}
    </form>
  )
}
