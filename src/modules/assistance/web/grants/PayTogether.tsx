import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { payTogether } from '../../contract.ts'
import { grantMessages } from './messages-grants.ts'

type Banks = Readonly<Record<string, string>>

/** Puts all approved grants of a fund into one payment batch; where files do not say of which bank a card is, it is asked. */
export function PayTogether({ fundId, count }: { fundId: string; count: number }) {
  const text = useText(grantMessages)
  const form = useAction(payTogether)
  const [banks, setBanks] = useState<Banks>({})
  const said = Object.entries(banks).flatMap(([prefix, bank]) => (bank.trim().length < 2 ? [] : [{ prefix, bank: bank.trim() }]))
  const send = () => void form.send({ fundId, banks: said })
  const { refusal } = form
  const unknown = refusal?.code === 'bank-missing' ? refusal.cards : []
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
      {unknown.map(({ prefix, count: cards }) => (
        <FormField key={prefix} label={text('assist.grant.bankOf', { prefix })} hint={text('assist.grant.bankHint', { count: cards })}>
          {(field) => (
            <Input
              {...field}
              maxLength={60}
              value={banks[prefix] ?? ''}
              onChange={(event) => setBanks({ ...banks, [prefix]: event.target.value })}
            />
          )}
        </FormField>
      ))}
    </>
  )
}
