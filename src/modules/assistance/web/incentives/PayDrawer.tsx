import { useState } from 'react'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seeFunds } from '../../../ledger/contract.ts'
import { payClaims } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

interface PayDrawerProps {
  unitCode: UnitCode
  /** What waits to be paid. */
  count: number
  totalFen: string
  onClose: () => void
}

/** All approved claims of the office into one payment batch of a fund. */
export function PayDrawer({ unitCode, count, totalFen, onClose }: PayDrawerProps) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  const sentence = useIncentiveRefusal()
  const [fundId, setFundId] = useState('')
  const query = useView(seeFunds, { place: unitCode.slice(0, 12) as RegionCode })
  const form = useAction(payClaims, { onDone: onClose })
  const save = () => void form.send({ unitCode, fundId })
  return (
    <QuickEntry
      open
      title={text('incentive.payTitle')}
      saveLabel={text('incentive.payTitle')}
      saving={form.sending}
      promise={text('incentive.payPromise')}
      blocked={fundId === '' ? text('incentive.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      <Refused sentence={sentence(form.refusal)} />
      <p>{text('incentive.paySum', { count, amount: words.yuan(totalFen) })}</p>
      <ViewState query={query}>
        {({ accounts }) => {
          const funds = accounts.filter(({ kind }) => kind === 'fund')
          if (funds.length === 0) return <p className="faint">{text('incentive.fundNone')}</p>
          const options = funds.map(
            ({ id, name, availableFen }) =>
              [id as string, text('incentive.fundOption', { name, amount: words.yuan(availableFen) })] as const,
          )
          return (
            <ChoiceField label={text('incentive.fund')} value={fundId} onChange={setFundId} options={[['', '—'] as const, ...options]} />
          )
        }}
      </ViewState>
    </QuickEntry>
  )
}
