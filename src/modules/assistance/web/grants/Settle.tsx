import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { settleBatch } from '../../contract.ts'
import { grantMessages } from './messages-grants.ts'

/** Asks the ledger what the bank said of a grant in a batch, and says so. */
export function Settle({ grantId }: { grantId: string }) {
  const text = useText(grantMessages)
  const form = useAction(settleBatch)
  const send = () => void form.send({ grantId })
  return (
    <>
      <Button size="small" loading={form.sending} onClick={send}>
        {text('assist.grant.settle')}
      </Button>
      {form.value && <small role="status">{text(`assist.grant.bank.${form.value.state}`)}</small>}
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused sentence={form.refusal && text(`assist.grant.refusal.${form.refusal.code}`)} />
    </>
  )
}
