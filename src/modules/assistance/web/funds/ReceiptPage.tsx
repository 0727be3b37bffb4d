import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seeReceipt } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fundMessages } from './messages-funds.ts'
import '../assist.css'

/** The receipt of a gift, to be printed and handed over. */
export function ReceiptPage() {
  const text = useText(fundMessages)
  const { donationId = '' } = useParams()
  const query = useView(seeReceipt, { donationId })
  return (
    <div className="assist-page">
      <PageHead
        title={text('assist.fund.receipt')}
        crumb={<Link to="/desk/funds">{text('assist.fund.back')}</Link>}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {text('assist.fund.print')}
          </Button>
        }
      />
      <ViewState query={query}>{(receipt) => <Paper receipt={receipt} />}</ViewState>
    </div>
  )
}

function Paper({ receipt }: { receipt: z.output<typeof seeReceipt.output> }) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const goods = receipt.goods.map(({ name, count, valueFen }) => `${name}×${count}（${words.yuan(valueFen)}）`).join('、')
  return (
    <article className="assist-receipt">
      <h2>{text('assist.fund.receiptTitle')}</h2>
      <KeyValue
        rows={[
          { name: text('assist.fund.number'), value: <b className="code">{receipt.receiptNumber}</b> },
          { name: text('assist.fund.donor'), value: receipt.donorName ?? words.donor(receipt.donorKind) },
          { name: text('assist.fund.amount'), value: <b>{words.yuan(receipt.amountFen)}</b> },
          ...(goods === '' ? [] : [{ name: text('assist.fund.goodsList'), value: goods }]),
          { name: text('assist.fund.receiptFund'), value: `${receipt.fundName}（${words.cause(receipt.earmark)}）` },
          { name: text('assist.fund.receivedOn'), value: receipt.receivedOn },
          { name: text('assist.fund.receiptUnit'), value: receipt.unitName },
          { name: text('assist.fund.receiptCode'), value: <b className="code">{receipt.code}</b> },
        ]}
      />
      <p>{text('assist.fund.receiptThanks')}</p>
      <p className="faint">{text('assist.fund.receiptHow')}</p>
    </article>
  )
}
