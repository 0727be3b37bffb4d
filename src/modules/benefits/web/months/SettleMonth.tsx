import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { saveWord } from '../../../../ui/api/save-word.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveMonth, cancelMonth, returnMonth, reviewMonth, type seeMonth, writeMonthNotice } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { monthMessages } from './messages-months.ts'
import { useMonthRefusal } from './use-month-refusal.ts'

/** What may be done with a month as it stands. */
export function SettleMonth({ runId, can }: { runId: string; can: z.output<typeof seeMonth.output>['can'] }) {
  const text = useText(monthMessages)
  const sentence = useMonthRefusal()
  const reviewing = useAction(reviewMonth)
  const approving = useAction(approveMonth)
  const cancelling = useAction(cancelMonth)
  const writing = useAction(writeMonthNotice, { invalidates: [], onDone: saveWord })
  const refusal = reviewing.refusal ?? approving.refusal ?? cancelling.refusal ?? writing.refusal
  if (!Object.values(can).some(Boolean)) return null
  return (
    <>
      <ActsFailed acts={[reviewing, approving, cancelling, writing]} />
      <Refused sentence={sentence(refusal)} />
      <div className="benefit-buttons">
        {can.review && (
          <Button type="primary" size="middle" loading={reviewing.sending} onClick={() => void reviewing.send({ runId })}>
            {text('run.review')}
          </Button>
        )}
        {can.settle && (
          <Button type="primary" size="middle" loading={approving.sending} onClick={() => void approving.send({ runId })}>
            {text('run.approve')}
          </Button>
        )}
        {can.write && (
          <Button size="middle" loading={writing.sending} onClick={() => void writing.send({ runId })}>
            {text('run.notice')}
          </Button>
        )}
        {can.cancel && (
          <Button size="middle" loading={cancelling.sending} onClick={() => void cancelling.send({ runId })}>
            {text('run.cancel')}
          </Button>
        )}
      </div>
      {can.settle && <SendBack runId={runId} />}
    </>
  )
}

function SendBack({ runId }: { runId: string }) {
  const text = useText(monthMessages)
  const sentence = useMonthRefusal()
  const [why, setWhy] = useState('')
  const returning = useAction(returnMonth)
  const send = () => void returning.send({ runId, why })
  return (
    <>
      {returning.problem && <ErrorState problem={returning.problem} onRetry={send} slim />}
      <Refused sentence={sentence(returning.refusal)} />
      <div className="benefit-buttons">
        <LineField label={text('run.returnWhy')} value={why} onChange={setWhy} />
        <Button size="middle" disabled={why.trim().length < 2} loading={returning.sending} onClick={send}>
          {text('run.return')}
        </Button>
      </div>
    </>
  )
}
