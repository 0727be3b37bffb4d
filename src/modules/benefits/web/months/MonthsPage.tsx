import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { ViewsFailed } from '../../../../ui/parts/ViewsFailed.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listMonths, type Run, startMonth } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { WideTable } from '../WideTable.tsx'
import { monthMessages } from './messages-months.ts'
import { useMonthRefusal } from './use-month-refusal.ts'
import { useWaiting, WaitingPanel } from './WaitingPanel.tsx'
import '../benefits.css'

export const STATE_TONES: Readonly<Record<Run['state'], Tone>> = {
  queued: 'amber',
  computed: 'amber',
  reviewed: 'amber',
  approved: 'green',
  returned: 'plain',
  cancelled: 'plain',
}

/** While one is open the next cannot be begun. */
const isOpen = ({ state }: Run): boolean => state === 'queued' || state === 'computed' || state === 'reviewed'

/** Months of pay of a county, and who waits to be taken into pay. */
export function MonthsPage() {
  const text = useText(monthMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const isCounty = unitCode.length === 12 && unitCode.endsWith('000000') && !unitCode.endsWith('00000000')
  return (
    <div className="benefit-page">
      <PageHead
        title={text('months.title')}
        note={text('months.note')}
        actions={
          <>
            <Link to="/desk/benefits/accounts">{text('months.payees')}</Link>{' '}
            <Link to="/desk/benefits/confirmations">{text('months.confirming')}</Link>{' '}
            <Link to="/desk/benefits">{text('months.rates')}</Link>
          </>
        }
      />
      {isCounty ? <MonthsOf unitCode={unitCode} /> : <EmptyState title={text('months.notPayer')} words={text('months.notPayerWords')} />}
    </div>
  )
}

function MonthsOf({ unitCode }: { unitCode: UnitCode }) {
  const text = useText(monthMessages)
  const months = useView(listMonths, { unitCode }, { every: ({ runs }) => (runs.some(({ state }) => state === 'queued') ? 2_000 : false) })
  const waiting = useWaiting(unitCode)
  return (
    <>
      <ViewsFailed queries={[months, waiting]} />
      <ViewState query={months} isToldAbove>
        {({ runs, next, entitled, can }) => (
          <Panel title={text('months.all')} count={text('months.entitled', { count: count(entitled) })}>
            {can.start && !runs.some(isOpen) && <StartMonth unitCode={unitCode} next={next} />}
            <RunTable runs={runs} />
          </Panel>
        )}
      </ViewState>
      <WaitingPanel unitCode={unitCode} query={waiting} />
    </>
  )
}

function StartMonth({ unitCode, next }: { unitCode: UnitCode; next: string | null }) {
  const text = useText(monthMessages)
  const sentence = useMonthRefusal()
  const go = useNavigate()
  const today = useToday()
  const [month, setMonth] = useState(() => next ?? today.slice(0, 7))
  const starting = useAction(startMonth, { onDone: ({ id }) => go(`/desk/benefits/months/${id}`) })
  const start = () => void starting.send({ unitCode, month: next ?? month })
  return (
    <>
      {starting.problem && <ErrorState problem={starting.problem} onRetry={start} slim />}
      <Refused sentence={sentence(starting.refusal)} />
      <div className="benefit-buttons">
        {next === null ? (
          <LineField label={text('months.pick')} value={month} onChange={setMonth} />
        ) : (
          <span>{text('months.nextIs', { month: next })}</span>
        )}
        <Button type="primary" size="middle" loading={starting.sending} onClick={start}>
          {text('months.start')}
        </Button>
      </div>
    </>
  )
}

function RunTable({ runs }: { runs: readonly Run[] }) {
  const text = useText(monthMessages)
  if (runs.length === 0) return <EmptyState title={text('months.none')} words={text('months.noneWords')} />
  const titles = ['month', 'state', 'people', 'total', 'failed'] as const
  return (
    <WideTable label={text('months.all')} titles={titles.map((title) => text(`months.${title}`))} numbers={[2, 3, 4]}>
      {runs.map(({ id, month, state, payState, people, totalFen, failed }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/desk/benefits/months/${id}`}>{month}</Link>
          </th>
          <td>
            <Tag tone={STATE_TONES[state]}>{text(payState === null ? `months.state.${state}` : `months.pay.${payState}`)}</Tag>
          </td>
          <td className="number">{count(people)}</td>
          <td className="number">{totalFen === null ? '' : formatFen(BigInt(totalFen))}</td>
          <td className="number">{failed ?? ''}</td>
        </tr>
      ))}
    </WideTable>
  )
}
