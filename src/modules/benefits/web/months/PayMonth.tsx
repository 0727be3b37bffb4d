import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatFen } from '../../../../kernel/fen.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seePayment, sendMonth } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { monthMessages } from './messages-months.ts'
import { payMessages } from './messages-pay.ts'
import { useMonthRefusal } from './use-month-refusal.ts'

type Payment = z.output<typeof seePayment.output>

const yuan = (fen: string): string => formatFen(BigInt(fen))

/** An approved month on its way to the bank: sent to the cashier from a fund, then how far it is, and who is not paid. */
export function PayMonth({ runId }: { runId: string }) {
  const text = useText(payMessages)
  const query = useView(seePayment, { runId })
  return (
    <ViewState query={query}>
      {(seen) => (
        <Panel title={text('pay.title')}>
          <Sums seen={seen} />
          {seen.newAccounts > 0 && (
            <p className="benefit-words">
              {text('pay.newAccounts', { count: seen.newAccounts })}{' '}
              <Link className="benefit-link" to="/desk/benefits/accounts">
                {text('pay.accounts')}
              </Link>
            </p>
          )}
          {seen.batch === null && seen.can.send && <Send runId={runId} funds={seen.funds} />}
          {seen.people.length > 0 && <NotPaid people={seen.people} />}
        </Panel>
      )}
    </ViewState>
  )
}

function Sums({ seen: { batch, toPay, unpaid } }: { seen: Payment }) {
  const text = useText(payMessages)
  const months = useText(monthMessages)
  const one = (key: string, counted: { people: number; fen: string }) => ({
    key,
    label: text(`pay.${key}` as 'pay.toPay'),
    value: counted.people,
    unit: text('pay.sum', { yuan: yuan(counted.fen) }),
  })
  return (
    <>
      {batch !== null && (
        <p className="benefit-words">
          <Tag tone={batch.state === 'reconciled' && batch.returned.people === 0 ? 'green' : 'amber'}>
            {months(`months.pay.${batch.state}`)}
          </Tag>{' '}
          <Link to={`/desk/ledger/batches/${batch.id}`}>{text('pay.batch')}</Link>
        </p>
      )}
      <Strip
        label={text('pay.title')}
        figures={[
          one('toPay', toPay),
          ...(batch !== null && batch.returned.people > 0 ? [{ ...one('returned', batch.returned), tone: 'red' as const }] : []),
          one('no-account', unpaid['no-account']),
          one('owes', unpaid.owes),
        ]}
      />
    </>
  )
}

function Send({ runId, funds }: { runId: string; funds: Payment['funds'] }) {
  const text = useText(payMessages)
  const sentence = useMonthRefusal()
  const [chosen, setChosen] = useState<string>()
  const sending = useAction(sendMonth)
  const fundId = chosen ?? funds[0]?.id
  if (fundId === undefined)
    return (
      <p className="benefit-words">
        {text('pay.noFund')} <Link to="/desk/ledger">{text('pay.books')}</Link>
      </p>
    )
  const send = () => void sending.send({ runId, fundId })
  return (
    <>
      {sending.problem && <ErrorState problem={sending.problem} onRetry={send} slim />}
      <Refused sentence={sentence(sending.refusal)} />
      <div className="benefit-buttons">
        <label className="benefit-fund">
          {text('pay.from')}{' '}
          <select value={fundId} onChange={(event) => setChosen(event.target.value)}>
            {funds.map(({ id, name, availableFen }) => (
              <option key={id} value={id}>
                {text('pay.fund', { name, yuan: yuan(availableFen) })}
              </option>
            ))}
          </select>
        </label>
        <Button type="primary" loading={sending.sending} onClick={send}>
          {text('pay.send')}
        </Button>
      </div>
    </>
  )
}

function NotPaid({ people }: { people: Payment['people'] }) {
  const text = useText(payMessages)
  return (
    <>
      <p className="benefit-words">{text('pay.notPaidWords')}</p>
      <WideTable
        label={text('pay.notPaid')}
        className="benefit-wide"
        titles={[text('pay.name'), text('pay.why'), text('pay.amount')]}
        numbers={[2]}
      >
        {people.map(({ personId, nameMasked, why, fen }) => (
          <tr key={personId}>
            <th scope="row">
              <Link to={`/desk/people/${personId}`}>{nameMasked}</Link>
            </th>
            <td className="benefit-why">{text(`pay.why.${why}`)}</td>
            <td className="number">{yuan(fen)}</td>
          </tr>
        ))}
      </WideTable>
    </>
  )
}
