import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { reissueLines } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'
import { useRefusalWords } from '../use-refusal-words.ts'
import type { BatchSeen } from './FilePanel.tsx'

interface Elsewhere {
  readonly account: string
  readonly bank: string
}
const NOWHERE: Elsewhere = { account: '', bank: '' }

/** What came back, and paying it once more: to a new account where one is given. */
export function ReturnedLines({ batch: { id: batchId, returned, can } }: { batch: BatchSeen }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const go = useNavigate()
  const [given, setGiven] = useState<Readonly<Record<string, Elsewhere>>>({})
  const reissuing = useAction(reissueLines, { onDone: ({ batchId: made }) => void go(`/desk/ledger/batches/${made}`) })
  const put = (lineId: string, more: Partial<Elsewhere>) => setGiven({ ...given, [lineId]: { ...NOWHERE, ...given[lineId], ...more } })
  const accounts = Object.entries(given).flatMap(([lineId, { account, bank }]) => {
    const bankAccount = account.replaceAll(/\s/g, '')
    return bankAccount === '' ? [] : [{ lineId, bankAccount, bank: bank.trim() }]
  })
  const lacksBank = accounts.some(({ bank }) => bank.length < 2)
  const columns = [
    { title: text('ledger.payee') },
    { title: text('ledger.amount'), isNumber: true },
    { title: text('ledger.reason') },
    ...(can.reissue ? [{ title: text('ledger.newAccount') }, { title: text('ledger.newBank') }] : []),
  ]
  return (
    <Panel title={text('ledger.returned')} count={text('ledger.count', { count: returned.length })}>
      <LedgerTable label={text('ledger.returned')} columns={columns}>
        {returned.map(({ lineId, payeeLabel, amountFen, reason }) => (
          <tr key={lineId}>
            <th scope="row">{payeeLabel}</th>
            <td className="number">{formatFen(BigInt(amountFen))}</td>
            <td>{reason}</td>
            {can.reissue && <ElsewhereCells payee={payeeLabel} given={given[lineId] ?? NOWHERE} onChange={(more) => put(lineId, more)} />}
          </tr>
        ))}
      </LedgerTable>
      <Refused sentence={words(reissuing.refusal)} />
      <ActsFailed acts={[reissuing]} />
      {can.reissue && (
        <div className="ledger-buttons">
          <Button
            type="primary"
            size="middle"
            loading={reissuing.sending}
            disabled={lacksBank}
            onClick={() => void reissuing.send({ batchId, accounts })}
          >
            {text('ledger.reissue')}
          </Button>
          {lacksBank && <span className="faint">{text('ledger.lacksBank')}</span>}
        </div>
      )}
    </Panel>
  )
}

interface ElsewhereCellsProps {
  payee: string
  given: Elsewhere
  onChange: (more: Partial<Elsewhere>) => void
}

/** Another account of the payee, where the first was wrong. */
function ElsewhereCells({ payee, given: { account, bank }, onChange }: ElsewhereCellsProps) {
  const text = useText(ledgerMessages)
  return (
    <>
      <td>
        <Input
          size="middle"
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${text('ledger.newAccount')} ${payee}`}
          value={account}
          onChange={(event) => onChange({ account: event.target.value })}
        />
      </td>
      <td>
        <Input
          size="middle"
          autoComplete="off"
          aria-label={`${text('ledger.newBank')} ${payee}`}
          value={bank}
          onChange={(event) => onChange({ bank: event.target.value })}
        />
      </td>
    </>
  )
}
