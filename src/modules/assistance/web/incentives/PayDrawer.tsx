import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type PayingFund, payClaims } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

interface PayDrawerProps {
  unitCode: UnitCode
  /** What waits to be paid. */
  count: number
  totalFen: string
  /** Those that may pay it. */
  funds: readonly PayingFund[]
  onClose: () => void
}

/** All approved claims of the office into one payment batch of a fund. */
export function PayDrawer({ unitCode, count, totalFen, funds, onClose }: PayDrawerProps) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  const sentence = useIncentiveRefusal()
  const [fundId, setFundId] = useState('')
  const form = useAction(payClaims, { onDone: onClose })
  const nameOf = ({ name, availableFen }: PayingFund) =>
    text(BigInt(availableFen) < BigInt(totalFen) ? 'incentive.fundShort' : 'incentive.fundOption', {
      name,
      amount: words.yuan(availableFen),
    })
  const save = () => void form.send({ unitCode, fundId })
  return (
    <ActionDrawer
      title={text('incentive.payTitle')}
      saveLabel={text('incentive.payTitle')}
      action={form}
      refused={sentence(form.refusal)}
      promise={text('incentive.payPromise')}
      blocked={fundId === '' ? text('incentive.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <p>{text('incentive.paySum', { count, amount: words.yuan(totalFen) })}</p>
      {funds.length === 0 ? (
        <p>
          {text('incentive.fundNone')} <Link to="/desk/ledger">{text('incentive.toFunds')}</Link>
        </p>
      ) : (
        <ChoiceField
          label={text('incentive.fund')}
          hint={text('incentive.fundHint')}
          value={fundId}
          onChange={setFundId}
          options={[['', '—'] as const, ...funds.map((fund) => [fund.id, nameOf(fund)] as const)]}
        />
      )}
    </ActionDrawer>
  )
}
