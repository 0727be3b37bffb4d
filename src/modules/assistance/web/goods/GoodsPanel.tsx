import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listGoods, type StockLine } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { GiveDrawer } from './GiveDrawer.tsx'
import { goodsMessages } from './messages-goods.ts'

type Goods = z.output<typeof listGoods.output>

/** What came in kind to a fund, what is left of it, and who got what; nothing where nothing came. */
export function GoodsPanel({ fundId }: { fundId: string }) {
  const text = useText(goodsMessages)
  const query = useView(listGoods, { fundId })
  const [chosen, setChosen] = useState<StockLine>()
  return (
    <ViewState query={query}>
      {({ stock, given, matters, can }) =>
        stock.length > 0 && (
          <>
            <Panel title={text('goods.stock')} count={text('goods.count', { count: stock.length })}>
              <StockTable stock={stock} onGive={can.give ? setChosen : undefined} />
            </Panel>
            <Panel title={text('goods.given')} count={text('goods.count', { count: given.length })}>
              {given.length === 0 ? <EmptyState title={text('goods.givenNone')} /> : <GivenTable given={given} />}
            </Panel>
            {chosen && <GiveDrawer line={chosen} matters={matters} onClose={() => setChosen(undefined)} />}
          </>
        )
      }
    </ViewState>
  )
}

const STOCK = ['name', 'receipt', 'came', 'left', 'earmark', 'next'] as const

function StockTable({ stock, onGive }: { stock: Goods['stock']; onGive: ((line: StockLine) => void) | undefined }) {
  const text = useText(goodsMessages)
  const words = useAssistWords()
  return (
    <WideTable label={text('goods.stock')} titles={STOCK.map((title) => text(`goods.${title}`))} numbers={[2, 3]}>
      {stock.map((line) => (
        <tr key={`${line.donationId} ${line.goodName}`}>
          <th scope="row">{line.goodName}</th>
          <td>{line.receiptNumber}</td>
          <td className="number">{line.count}</td>
          <td className="number">{line.left}</td>
          <td>{words.cause(line.earmark)}</td>
          <td>
            {onGive && line.left > 0 && (
              <Button size="small" onClick={() => onGive(line)}>
                {text('goods.give')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </WideTable>
  )
}

const GIVEN = ['person', 'name', 'howMany', 'givenOn'] as const

function GivenTable({ given }: { given: Goods['given'] }) {
  const text = useText(goodsMessages)
  return (
    <WideTable label={text('goods.given')} titles={GIVEN.map((title) => text(`goods.${title}`))} numbers={[2]}>
      {given.map((one) => (
        <tr key={one.id}>
          <th scope="row">{one.nameMasked === null ? '—' : <Link to={`/desk/matters/${one.matterId}`}>{one.nameMasked}</Link>}</th>
          <td>{one.goodName}</td>
          <td className="number">{one.count}</td>
          <td>{one.givenOn}</td>
        </tr>
      ))}
    </WideTable>
  )
}
