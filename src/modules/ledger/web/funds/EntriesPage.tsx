import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listEntries, proposeMove, seeFunds } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'
import { useRefusalWords } from '../use-refusal-words.ts'
import '../ledger.css'

type Entry = z.output<typeof listEntries.output>['rows'][number]
type PostingKind = 'income' | 'shift' | 'allocate' | 'receive' | 'settle' | 'payment' | 'paid' | 'returned' | 'reversal'

/** The entries of one account, the newest first, each with whose hands it went through. */
export function EntriesPage() {
  const text = useText(ledgerMessages)
  const { accountId = '' } = useParams()
  const place = useAccount().unitCode.slice(0, 12) as RegionCode
  const [cursor, setCursor] = useState<string>()
  const books = useView(seeFunds, { place })
  const query = useView(listEntries, { accountId, ...(cursor === undefined ? {} : { cursor }) }, { keepPrevious: true })
  const account = books.data?.accounts.find(({ id }) => id === accountId)
  return (
    <div className="ledger-page">
      <PageHead
        crumb={<Link to="/desk/ledger">{text('ledger.back')}</Link>}
        title={account?.name ?? text('ledger.entries')}
        note={account && text('ledger.yuan', { amount: formatFen(BigInt(account.balanceFen)) })}
      />
      <ViewState query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title={text('ledger.noEntries')} />
          ) : (
            <Panel title={text('ledger.entries')}>
              <Entries place={place} rows={rows} mayReverse={(books.data?.can.propose ?? false) && !account?.isKept} />
              {next !== undefined && (
                <div className="ledger-buttons">
                  <Button onClick={() => setCursor(next)}>{text('ledger.more')}</Button>
                </div>
              )}
            </Panel>
          )
        }
      </ViewState>
    </div>
  )
}

function Entries({ place, rows, mayReverse }: { place: RegionCode; rows: readonly Entry[]; mayReverse: boolean }) {
  const text = useText(ledgerMessages)
  const titles = ['day', 'what', 'amount', 'memo', 'made', 'checked', 'paid'] as const
  const columns = titles.map((title) => ({ title: text(`ledger.${title}`), isNumber: title === 'amount' }))
  return (
    <LedgerTable label={text('ledger.entries')} columns={mayReverse ? [...columns, { title: text('ledger.do') }] : columns}>
      {rows.map((row) => (
        <tr key={row.postingId}>
          <td title={minuteInChina(row.recordedAt)}>{row.postedOn}</td>
          <th scope="row">
            {text(`ledger.posting.${row.kind as PostingKind}`)}
            {row.isReversed && <Tag tone="amber">{text('ledger.reversed')}</Tag>}
          </th>
          <td className="number">{formatFen(BigInt(row.amountFen))}</td>
          <td>{row.memo}</td>
          <td>{row.madeBy ?? '—'}</td>
          <td>{row.checkedBy ?? '—'}</td>
          <td>{row.paidBy ?? '—'}</td>
          {mayReverse && (
            <td>
              <Reverse place={place} row={row} />
            </td>
          )}
        </tr>
      ))}
    </LedgerTable>
  )
}

function Reverse({ place, row }: { place: RegionCode; row: Entry }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const asking = useAction(proposeMove)
  if (row.isReversed || (row.kind !== 'income' && row.kind !== 'shift')) return null
  const memo = `${text('ledger.posting.reversal')}：${row.memo}`.slice(0, 200)
  const ask = () => void asking.send({ place, move: { kind: 'reversal', postingId: row.postingId }, purpose: row.purpose, memo })
  return (
    <>
      <Button size="small" loading={asking.sending} disabled={asking.value !== undefined} onClick={ask}>
        {asking.value === undefined ? text('ledger.reverse') : text('ledger.waiting')}
      </Button>
      <Refused sentence={words(asking.refusal)} />
    </>
  )
}
