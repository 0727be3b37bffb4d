import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { takeBackDonation } from '../../contract.ts'
import { fundMessages } from './messages-funds.ts'

/** Takes a gift back: asks why, in its place. */
export function TakeBackGift({ donationId }: { donationId: string }) {
  const text = useText(fundMessages)
  const [reason, setReason] = useState<string>()
  const form = useAction(takeBackDonation, { onDone: () => setReason(undefined) })
  if (reason === undefined)
    return (
      <Button size="small" onClick={() => setReason('')}>
        {text('assist.fund.takeBack')}
      </Button>
    )
  const leave = () => {
    form.reset()
    setReason(undefined)
  }
  const on = form.refusal && 'throughOn' in form.refusal ? { throughOn: form.refusal.throughOn } : {}
  return (
    <div>
      {form.problem && <ErrorState problem={form.problem} onRetry={form.again} slim />}
      <Refused sentence={form.refusal && text(`assist.fund.refusal.${form.refusal.code}`, on)} />
      <LineField label={text('assist.fund.takeBackWhy')} value={reason} onChange={setReason} />
      <div className="assist-buttons">
        <Button
          size="small"
          type="primary"
          loading={form.sending}
          disabled={reason.trim().length < 4}
          onClick={() => void form.send({ donationId, reason })}
        >
          {text('assist.fund.takeBack')}
        </Button>
        <Button size="small" onClick={leave}>
          {text('assist.fund.leaveIt')}
        </Button>
      </div>
    </div>
  )
}
