import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveRates, type RateEntry, withdrawRates } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { rateMessages } from './messages-rates.ts'
import { useFaultSentences } from './use-fault-sentences.ts'

/** Takes a notice that waits into force, or back. */
export function SettleButtons({ id, can }: { id: string; can: RateEntry['can'] }) {
  const text = useText(rateMessages)
  const faultSentences = useFaultSentences()
  const approving = useAction(approveRates)
  const withdrawing = useAction(withdrawRates)
  const refusal = approving.refusal ?? withdrawing.refusal
  const faults = refusal?.code === 'table-broken' ? refusal.faults : []
  return (
    <>
      <ActsFailed acts={[approving, withdrawing]} />
      <Refused sentence={refusal && text(`rates.refusal.${refusal.code}`, { count: faults.length })} reasons={faultSentences(faults)} />
      <div className="benefit-buttons">
        {can.approve && (
          <Button type="primary" loading={approving.sending} onClick={() => void approving.send({ id })}>
            {text('rates.approve')}
          </Button>
        )}
        {can.withdraw && (
          <Button loading={withdrawing.sending} onClick={() => void withdrawing.send({ id })}>
            {text('rates.withdraw')}
          </Button>
        )}
      </div>
    </>
  )
}
