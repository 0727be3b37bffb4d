import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../ui/api/use-action.ts'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { archiveBrief, type Brief, returnBrief, reviewBrief, signBrief } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { Refused } from './Refused.tsx'

/** Pass, give back, sign, archive: whatever of these the reader may. */
export function SettleButtons({ brief: { id, version, can, unlockedCount, needsLocked } }: { brief: Brief }) {
  const text = useText(briefMessages)
  const reviewing = useAction(reviewBrief)
  const signing = useAction(signBrief)
  const archiving = useAction(archiveBrief)
  const [isReturning, setReturning] = useState(false)
  if (!can.review && !can.sendBack && !can.sign && !can.archive) return null
  const isMarking = unlockedCount > 0 && !needsLocked
  const refusal = reviewing.refusal ?? signing.refusal ?? archiving.refusal
  const problem = reviewing.problem ?? signing.problem ?? archiving.problem
  return (
    <div className="brief-settle">
      <div className="brief-buttons">
        {can.review && (
          <Button type="primary" loading={reviewing.sending} onClick={() => void reviewing.send({ id, version, markUnlocked: isMarking })}>
            {text(isMarking ? 'briefs.reviewUnlocked' : 'briefs.review')}
          </Button>
        )}
        {can.sign && (
          <Button type="primary" loading={signing.sending} onClick={() => void signing.send({ id })}>
            {text('briefs.sign')}
          </Button>
        )}
        {can.archive && (
          <Button type="primary" loading={archiving.sending} onClick={() => void archiving.send({ id })}>
            {text('briefs.archive')}
          </Button>
        )}
        {can.sendBack && <Button onClick={() => setReturning(true)}>{text('briefs.sendBack')}</Button>}
      </div>
      {isReturning && can.sendBack && <ReturnForm id={id} />}
      {problem && <ErrorState problem={problem} slim />}
      <Refused refusal={refusal} />
    </div>
  )
}

function ReturnForm({ id }: { id: string }) {
  const text = useText(briefMessages)
  const [why, setWhy] = useState('')
  const form = useAction(returnBrief)
  const send = () => void form.send({ id, why })
  return (
    <div className="brief-return">
      <FormField label={text('briefs.why')}>
        {(field) => <Input {...field} maxLength={400} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </FormField>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused refusal={form.refusal} />
      <Button disabled={why.trim().length < 2} loading={form.sending} onClick={send}>
        {text('briefs.sendBack')}
      </Button>
    </div>
  )
}
