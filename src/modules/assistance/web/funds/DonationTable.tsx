import { Button } from 'antd'
import type { ReactNode } from 'react'
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
import { TakeBackGift } from './TakeBackGift.tsx'

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
          <DonationRow key={one.id} donation={one} mayPrint={mayPrint}>
            {one.can.confirm && (
              <Button size="small" loading={confirming.sending} onClick={() => void confirming.send({ donationId: one.id })}>
                {text('assist.fund.confirm')}
              </Button>
            )}
            {one.can.takeBack && <TakeBackGift donationId={one.id} />}
          </DonationRow>
        ))}
      </WideTable>
    </>
  )
}

const stateOf = ({ takenBackOn, isConfirmed }: Donation) => (takenBackOn !== null ? 'takenBack' : isConfirmed ? 'confirmed' : 'toConfirm')
const TONES = { takenBack: 'plain', confirmed: 'green', toConfirm: 'amber' } as const

function DonationRow({ donation, mayPrint, children }: { donation: Donation; mayPrint: boolean; children: ReactNode }) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const { id, receiptNumber, donorKind, donorMasked, form, goods, amountFen, leftFen, earmark, receivedOn, can } = donation
  const state = stateOf(donation)
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
        {!can.confirm && <Tag tone={TONES[state]}>{text(`assist.fund.${state}`)}</Tag>}
        <div className="assist-buttons">{children}</div>
      </td>
    </tr>
  )
}
