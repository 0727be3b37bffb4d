import { Button } from 'antd'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveEntitlements, type Kept, listWaiting, takeIn } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { monthMessages } from './messages-months.ts'
import { useMonthRefusal } from './use-month-refusal.ts'

export const useWaiting = (unitCode: UnitCode) => useView(listWaiting, { unitCode })

/** Who is to be paid from now on: taken in by one, approved by another. That they could not be read is for the page to tell. */
export function WaitingPanel({ unitCode, query }: { unitCode: UnitCode; query: ReturnType<typeof useWaiting> }) {
  const text = useText(monthMessages)
  return (
    <ViewState query={query} isToldAbove>
      {({ rows, waiting, approved, can }) => (
        <Panel title={text('wait.title')} count={text('wait.count', { waiting, approved })}>
          <p className="benefit-words">{text('wait.words')}</p>
          <WaitingButtons unitCode={unitCode} can={can} />
          {rows.length > 0 && <WaitingTable rows={rows} />}
        </Panel>
      )}
    </ViewState>
  )
}

function WaitingButtons({ unitCode, can }: { unitCode: UnitCode; can: { takeIn: boolean; approve: boolean } }) {
  const text = useText(monthMessages)
  const sentence = useMonthRefusal()
  const taking = useAction(takeIn)
  const approving = useAction(approveEntitlements)
  return (
    <>
      <ActsFailed acts={[taking, approving]} />
      <Refused sentence={sentence(taking.refusal ?? approving.refusal)} />
      {taking.value && <p className="benefit-words">{text('wait.taken', { count: taking.value.taken })}</p>}
      {(can.takeIn || can.approve) && (
        <div className="benefit-buttons">
          {can.takeIn && (
            <Button loading={taking.sending} onClick={() => void taking.send({ unitCode })}>
              {text('wait.takeIn')}
            </Button>
          )}
          {can.approve && (
            <Button type="primary" loading={approving.sending} onClick={() => void approving.send({ unitCode })}>
              {text('wait.approve')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function WaitingTable({ rows }: { rows: readonly Kept[] }) {
  const text = useText(monthMessages)
  const words = useBenefitWords()
  return (
    <WideTable label={text('wait.table')} titles={[text('wait.name'), text('run.class'), text('wait.from')]} numbers={[]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/people/${row.personId}`}>{row.nameMasked}</Link>
          </th>
          <td>
            {words.held(row)} {row.hasEndedInFile && <Tag tone="red">{text('wait.ended')}</Tag>}
          </td>
          <td>{row.paysFrom}</td>
        </tr>
      ))}
    </WideTable>
  )
}
