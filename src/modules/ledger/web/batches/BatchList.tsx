import { Link } from 'react-router'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type BatchRow, listBatches } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'

const TONES: Readonly<Record<BatchRow['state'], Tone>> = { opened: 'amber', filed: 'amber', paid: 'slate', reconciled: 'green' }

/** How far a batch is, as a word, and in red what came back of it and waits to be paid again. */
export function BatchTag({
  batch: { state, isChecked, returnedCount },
}: {
  batch: Pick<BatchRow, 'state' | 'isChecked' | 'returnedCount'>
}) {
  const text = useText(ledgerMessages)
  const word = text(isChecked ? `ledger.state.${state}` : 'ledger.state.unchecked')
  if (returnedCount > 0) return <Tag tone="red">{text('ledger.stateReturned', { state: word, count: returnedCount })}</Tag>
  return <Tag tone={TONES[state]}>{word}</Tag>
}

export const useBatches = (place: RegionCode) => useView(listBatches, { place, limit: 50 })

/** The newest payment batches of a place; that they could not be read is for the page to tell. */
export function BatchList({ query }: { query: ReturnType<typeof useBatches> }) {
  const text = useText(ledgerMessages)
  const columns = [
    { title: text('ledger.batch') },
    { title: text('ledger.lines'), isNumber: true },
    { title: text('ledger.amount'), isNumber: true },
    { title: text('ledger.state') },
    { title: text('ledger.day') },
  ]
  return (
    <ViewState query={query} isToldAbove>
      {({ rows }) => (
        <Panel title={text('ledger.batches')}>
          {rows.length === 0 ? (
            <EmptyState title={text('ledger.noBatches')} words={text('ledger.noBatchesHint')} />
          ) : (
            <LedgerTable label={text('ledger.batches')} columns={columns}>
              {rows.map((batch) => (
                <tr key={batch.id}>
                  <th scope="row">
                    <Link to={`/desk/ledger/batches/${batch.id}`}>{batch.title}</Link>
                  </th>
                  <td className="number">{batch.lineCount}</td>
                  <td className="number">{formatFen(BigInt(batch.totalFen))}</td>
                  <td>
                    <BatchTag batch={batch} />
                  </td>
                  <td className="ledger-day">{minuteInChina(batch.openedAt)}</td>
                </tr>
              ))}
            </LedgerTable>
          )}
        </Panel>
      )}
    </ViewState>
  )
}
