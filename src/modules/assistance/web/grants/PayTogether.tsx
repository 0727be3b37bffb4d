import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { payTogether } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { grantMessages } from './messages-grants.ts'

/** Puts all approved grants of a fund into one payment batch. */
export function PayTogether({ fundId, count }: { fundId: string; count: number }) {
  const text = useText(grantMessages)
  const form = useAction(payTogether)
  const send = () => void form.send({ fundId })
  const { refusal } = form
  const sentence = () => {
    if (!refusal) return undefined
    if (refusal.code === 'account-missing') return text('assist.grant.refusal.account-missing', { numbers: refusal.numbers.join('、') })
    if (refusal.code === 'fund-short') return text('assist.grant.refusal.fund-empty')
    return text(`assist.grant.refusal.${refusal.code}`, 'throughOn' in refusal ? { throughOn: refusal.throughOn } : {})
  }
  return (
    <>
      <Button size="small" loading={form.sending} onClick={send}>
        {text('assist.grant.payTogether', { count })}
      </Button>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused sentence={sentence()} />
    </>
  )
}
