import { Link } from 'react-router'
import { tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPayees } from '../../contract.ts'
import { CardsPanel } from './CardsPanel.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { payeeMessages } from './messages-payees.ts'
import '../benefits.css'

/** To which accounts people are paid: what one entered and another confirms. */
export function PayeesPage() {
  const text = useText(payeeMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const isCounty = unitCode.length === 12 && tierOf(unitCode) === 'county'
  return (
    <div className="benefit-page">
      <PageHead
        title={text('payee.title')}
        note={text('payee.note')}
        actions={<Link to="/desk/benefits/months">{text('payee.months')}</Link>}
      />
      {isCounty ? <Payees unitCode={unitCode} /> : <EmptyState title={text('payee.notPayer')} words={text('payee.notPayerWords')} />}
    </div>
  )
}

function Payees({ unitCode }: { unitCode: UnitCode }) {
  const text = useText(payeeMessages)
  const query = useView(listPayees, { unitCode })
  return (
    <ViewState query={query}>
      {({ waiting, entered, fromFiles, settled, can }) => (
        <>
          <Panel title={text('payee.waiting')} count={text('payee.count', { count: entered })}>
            <p className="benefit-words">{text(waiting.length === 0 ? 'payee.noneWaits' : 'payee.waitingWords')}</p>
            {waiting.length > 0 && <ChangeTable label={text('payee.waiting')} changes={waiting} canConfirm={can.confirm} />}
          </Panel>
          <CardsPanel unitCode={unitCode} fromFiles={fromFiles} can={can} />
          {settled.length > 0 && (
            <Panel title={text('payee.settled')}>
              <ChangeTable label={text('payee.settled')} changes={settled} canConfirm={false} />
            </Panel>
          )}
        </>
      )}
    </ViewState>
  )
}
