import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Fund, listFunds } from '../../contract.ts'
import { GrantsPanel } from '../grants/GrantsPanel.tsx'
import { useAssistWords } from '../use-assist-words.ts'
import { fundMessages } from './messages-funds.ts'
import { OpenFundDrawer } from './OpenFundDrawer.tsx'
import '../assist.css'

/** The funds of a place and what is in them, what waits for money, and every grant with what is to be done about it. */
export function FundsPage() {
  const text = useText(fundMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const place = unitCode.slice(0, 12) as RegionCode
  const [isOpening, setOpening] = useState(false)
  const query = useView(listFunds, { place })
  return (
    <div className="assist-page">
      <PageHead
        title={text('assist.fund.title')}
        note={text('assist.fund.note')}
        actions={
          query.data?.can.open && (
            <>
              <Link to="/desk/ledger">{text('assist.fund.books')}</Link>
              <Button type="primary" size="middle" onClick={() => setOpening(true)}>
                {text('assist.fund.open')}
              </Button>
            </>
          )
        }
      />
      <ViewState query={query}>
        {({ funds }) => (
          <>
            <Panel title={text('assist.fund.list')} count={text('assist.fund.count', { count: funds.length })}>
              {funds.length === 0 ? (
                <EmptyState title={text('assist.fund.none')} words={text('assist.fund.noneWords')} />
              ) : (
                <FundTable funds={funds} />
              )}
            </Panel>
            <GrantsPanel place={place} funds={funds} />
          </>
        )}
      </ViewState>
      {isOpening && <OpenFundDrawer unitCode={unitCode} onClose={() => setOpening(false)} />}
    </div>
  )
}

const SUMS = ['received', 'held', 'given', 'free'] as const

function FundTable({ funds }: { funds: readonly Fund[] }) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const titles = ['name', 'kind', ...SUMS] as const
  return (
    <WideTable label={text('assist.fund.list')} titles={titles.map((title) => text(`assist.fund.${title}`))} numbers={[2, 3, 4, 5]}>
      {funds.map(({ id, name, kind, sums }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/desk/funds/${id}`}>{name}</Link>
          </th>
          <td>{words.kind(kind)}</td>
          {SUMS.map((sum) => (
            <td key={sum} className="number">
              {words.yuan(sums[`${sum}Fen`])}
            </td>
          ))}
        </tr>
      ))}
    </WideTable>
  )
}
