import { Link, useParams } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getBatch } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'
import { BatchTag } from './BatchList.tsx'
import { type BatchSeen, FilePanel } from './FilePanel.tsx'
import { ReturnedLines } from './ReturnedLines.tsx'
import { ReturnPanel } from './ReturnPanel.tsx'
import '../ledger.css'

const STATES = ['waiting', 'filed', 'paid', 'returned', 'reissued'] as const

/** A bank file is being made, or a return file read. */
const isAtWork = ({ making, returns }: BatchSeen): boolean => making?.state === 'queued' || returns.some(({ state }) => state === 'queued')

/** One batch: how far it is, its file, what the bank answered, and what came back. */
export function BatchPage() {
  const text = useText(ledgerMessages)
  const { batchId = '' } = useParams()
  const query = useView(getBatch, { batchId }, { every: (batch) => (isAtWork(batch) ? 1_000 : false) })
  return (
    <div className="ledger-page">
      <ViewState query={query}>
        {(batch) => (
          <>
            <PageHead
              crumb={<Link to="/desk/ledger">{text('ledger.back')}</Link>}
              title={batch.title}
              note={`${batch.fundName} · ${text('ledger.count', { count: batch.lineCount })} · ${text('ledger.yuan', { amount: formatFen(BigInt(batch.totalFen)) })}`}
            />
            <Panel title={text('ledger.state')} side={<BatchTag batch={batch} />}>
              <LedgerTable
                label={text('ledger.state')}
                columns={[
                  { title: text('ledger.lineState') },
                  { title: text('ledger.lines'), isNumber: true },
                  { title: text('ledger.amount'), isNumber: true },
                ]}
              >
                {STATES.filter((state) => batch.byState[state].count > 0).map((state) => (
                  <tr key={state}>
                    <th scope="row">{text(`ledger.line.${state}`)}</th>
                    <td className="number">{batch.byState[state].count}</td>
                    <td className="number">{formatFen(BigInt(batch.byState[state].fen))}</td>
                  </tr>
                ))}
              </LedgerTable>
            </Panel>
            <FilePanel batch={batch} />
            {(batch.can.takeReturn || batch.returns.length > 0) && <ReturnPanel batch={batch} />}
            {batch.returned.length > 0 && <ReturnedLines batch={batch} />}
          </>
        )}
      </ViewState>
    </div>
  )
}
