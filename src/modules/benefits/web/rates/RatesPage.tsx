import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listRates, type RateDiff, type RateEntry } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { EnterRatesDrawer } from './EnterRatesDrawer.tsx'
import { rateMessages } from './messages-rates.ts'
import { SettleButtons } from './SettleButtons.tsx'
import { TouchedPeople } from './TouchedPeople.tsx'
import '../benefits.css'

/** What holds at a place: notices that wait and what they cost, its own, those above, and the floors of the nation. */
export function RatesPage() {
  const text = useText(rateMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [isEntering, setEntering] = useState(false)
  const query = useView(listRates, { place: unitCode.slice(0, 12) as RegionCode })
  return (
    <div className="benefit-page">
      <PageHead
        title={text('rates.title')}
        note={text('rates.note')}
        actions={
          <>
            <Link to="/desk/benefits/lump-sums">{text('rates.lump')}</Link>
            <Link to="/desk/benefits/months">{text('rates.months')}</Link>
            {query.data?.can.enter && (
              <Button type="primary" size="middle" onClick={() => setEntering(true)}>
                {text('rates.enter')}
              </Button>
            )}
          </>
        }
      />
      <ViewState query={query}>
        {({ entries }) => entries.map((entry) => <RatePanel key={entry.id ?? entry.notice.version} entry={entry} />)}
      </ViewState>
      {isEntering && query.data && (
        <EnterRatesDrawer
          unitCode={unitCode}
          entries={query.data.entries}
          mayEnterFloor={query.data.can.enterFloor}
          onClose={() => setEntering(false)}
        />
      )}
    </div>
  )
}

function RatePanel({ entry: { id, place, notice, verify, knownOn, diff, can } }: { entry: RateEntry }) {
  // Whom a notice of the province touches is for the province to see.
  const isOwn = useAccount().unitCode.slice(0, 12) === String(place)
  const text = useText(rateMessages)
  const { title, layer, issuer, sourceDoc, effectiveFrom: from, effectiveTo: to, rows } = notice
  return (
    <Panel
      title={title}
      count={text('rates.rows', { count: rows.length })}
      side={
        <>
          <Tag tone="slate">{text(layer === 'national' ? 'rates.national' : 'rates.local')}</Tag>
          <Tag tone={knownOn === null ? 'amber' : 'green'}>{text(knownOn === null ? 'rates.waits' : 'rates.inForce')}</Tag>
        </>
      }
    >
      <div className="benefit-words">
        <p>{to === null ? text('rates.since', { from }) : text('rates.between', { from, to })}</p>
        <p className="faint">
          {text('rates.issuer', { issuer })} · {text('rates.source', { source: sourceDoc })}
          {id !== null && knownOn !== null && ` · ${text('rates.knownOn', { on: knownOn })}`}
        </p>
        {verify !== null && <Tag tone="amber">{text('rates.verify', { words: verify })}</Tag>}
      </div>
      {diff && <DiffTable diff={diff} />}
      {isOwn && id !== null && <TouchedPeople id={id} />}
      {id !== null && (can.approve || can.withdraw) && <SettleButtons id={id} can={can} />}
      {diff === null && (
        <details className="benefit-words">
          <summary>{text('rates.all')}</summary>
          <AmountTable rows={rows} />
        </details>
      )}
    </Panel>
  )
}

function AmountTable({ rows }: { rows: RateEntry['notice']['rows'] }) {
  const text = useText(rateMessages)
  const words = useBenefitWords()
  return (
    <WideTable label={text('rates.all')} titles={[text('rates.what'), text('rates.amount')]}>
      {rows.map((row) => (
        <tr key={words.key(row)}>
          <th scope="row">{words.key(row)}</th>
          <td className="number">
            {formatFen(BigInt(row.amountFen))} {words.unit(row.unit)}
          </td>
        </tr>
      ))}
    </WideTable>
  )
}

/** By how much, in percent with two decimals, exact: 13.00 %. */
function percent(before: string, after: string): string {
  const hundredths = ((BigInt(after) - BigInt(before)) * 10_000n) / BigInt(before)
  const [sign, size] = hundredths < 0n ? ['−', -hundredths] : ['+', hundredths]
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}%`
}

/** What touches somebody stands first. */
const whomFirst = (a: RateDiff['rows'][number], b: RateDiff['rows'][number]): number => Number(b.people > 0) - Number(a.people > 0)

function DiffTable({ diff: { rows, costFen } }: { diff: RateDiff }) {
  const text = useText(rateMessages)
  const words = useBenefitWords()
  const count = rows.reduce((sum, { people }) => sum + people, 0)
  const titles = ['what', 'before', 'after', 'raise', 'people', 'cost'] as const
  return (
    <>
      <p className="benefit-words">
        <b>{text('rates.costHead', { amount: words.yuan(costFen), count })}</b>
      </p>
      <WideTable label={text('rates.table')} titles={titles.map((title) => text(`rates.${title}`))}>
        {rows.toSorted(whomFirst).map(({ key, beforeFen, afterFen, people, costFen: cost }) => (
          <tr key={words.key(key)}>
            <th scope="row">{words.key(key)}</th>
            <td className="number">{beforeFen === null ? text('rates.new') : words.yuan(beforeFen)}</td>
            <td className="number">{words.yuan(afterFen)}</td>
            <td className="number">{beforeFen === null ? '' : percent(beforeFen, afterFen)}</td>
            <td className="number">{people}</td>
            <td className="number">{words.yuan(cost)}</td>
          </tr>
        ))}
      </WideTable>
    </>
  )
}
