import { Button } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { confirmDonation, type Donation } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fundMessages } from './messages-funds.ts'

/** The day that a refusal names. */
const dayOf = (refusal: object) => ('throughOn' in refusal ? { throughOn: String(refusal.throughOn) } : {})

const TITLES = ['number', 'donor', 'amount', 'left', 'earmark', 'receivedOn', 'status'] as const

/** Gifts, the latest first; one that waits is confirmed here. */
export function DonationTable({ donations, mayPrint }: { donations: readonly Donation[]; mayPrint: boolean }) {
  const text = useText(fundMessages)
  const confirming = useAction(confirmDonation)
  return (
    <>
      {confirming.problem && <ErrorState problem={confirming.problem} onRetry={confirming.again} slim />}
      <Refused sentence={confirming.refusal && text(`assist.fund.refusal.${confirming.refusal.code}`, dayOf(confirming.refusal))} />
      <WideTable label={text('assist.fund.gifts')} titles={TITLES.map((title) => text(`assist.fund.${title}`))} numbers={[2, 3]}>
        {donations.map((one) => (
          <DonationRow
            key={one.id}
            donation={one}
            mayPrint={mayPrint}
            sending={confirming.sending}
            onConfirm={() => void confirming.send({ donationId: one.id })}
          />
        ))}
      </WideTable>
    </>
  )
}

interface RowProps {
  donation: Donation
  mayPrint: boolean
  sending: boolean
  onConfirm: () => void
}

function DonationRow({ donation, mayPrint, sending, onConfirm }: RowProps) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const { id, receiptNumber, donorKind, donorMasked, form, goods, amountFen, leftFen, earmark, receivedOn, isConfirmed, can } = donation
  return (
    <tr>
      <th scope="row">{mayPrint ? <Link to={`/desk/funds/receipts/${id}`}>{receiptNumber}</Link> : receiptNumber}</th>
      <td>
        {donorMasked ?? words.donor(donorKind)}
        {goods.length > 0 && <small className="faint">{goods.map(({ name, count }) => `${name}×${count}`).join('、')}</small>}
      </td>
      <td className="number">{words.yuan(amountFen)}</td>
      <td className="number">{form === 'cash' ? words.yuan(leftFen) : '—'}</td>
      <td>{words.cause(earmark)}</td>
      <td>{receivedOn}</td>
      <td>
        {can.confirm ? (
          <Button size="small" loading={sending} onClick={onConfirm}>
            {text('assist.fund.confirm')}
          </Button>
        ) : (
          <Tag tone={isConfirmed ? 'green' : 'amber'}>{text(isConfirmed ? 'assist.fund.confirmed' : 'assist.fund.toConfirm')}</Tag>
        )}
      </td>
    </tr>
  )
}
