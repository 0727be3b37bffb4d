import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { confirmRate, type Rate } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

const TITLES = ['name', 'kind', 'amount', 'stay', 'days', 'source', 'next'] as const

/** What is paid here, by which document, and whether its wording was seen. */
export function RateTable({ rates }: { rates: readonly Rate[] }) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  return (
    <WideTable label={text('incentive.rates')} titles={TITLES.map((title) => text(`incentive.${title}`))} numbers={[2]}>
      {rates.map((rate) => (
        <tr key={rate.code}>
          <th scope="row">{rate.name}</th>
          <td>{text(`incentive.kindOf.${rate.kind}`)}</td>
          <td className="number">{words.yuan(rate.amountFen)}</td>
          <td>{rate.stayMonths === 0 ? '—' : text('incentive.months', { count: rate.stayMonths })}</td>
          <td>{`${rate.fromOn} ${rate.untilOn ?? text('incentive.openEnd')}`}</td>
          <td>
            {rate.source}
            {!rate.isVerified && (
              <Tag tone="amber">{text(rate.isConfirmed === false ? 'incentive.toConfirm' : 'incentive.unverified')}</Tag>
            )}
          </td>
          <td>{rate.canConfirm && <Confirm rateId={rate.code} />}</td>
        </tr>
      ))}
    </WideTable>
  )
}

function Confirm({ rateId }: { rateId: string }) {
  const text = useText(incentiveMessages)
  const sentence = useIncentiveRefusal()
  const form = useAction(confirmRate)
  const send = () => void form.send({ rateId })
  return (
    <>
      <Button size="small" loading={form.sending} onClick={send}>
        {text('incentive.confirm')}
      </Button>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <Refused sentence={sentence(form.refusal)} />
    </>
  )
}
