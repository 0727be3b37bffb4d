import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useListedPlace } from '../../../../ui/state/use-listed-place.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { OnlyAt } from '../../../network/web/index.tsx'
import { listClaims } from '../../contract.ts'
import { ClaimTable } from './ClaimTable.tsx'
import { DraftDrawer } from './DraftDrawer.tsx'
import { incentiveMessages } from './messages-incentives.ts'
import { PayDrawer } from './PayDrawer.tsx'
import { RateDrawer } from './RateDrawer.tsx'
import { RateTable } from './RateTable.tsx'
import '../assist.css'

/** Claims for subsidies with what is to be done about each, and what is paid here by which document. */
export function IncentivesPage() {
  const text = useText(incentiveMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const { place } = useListedPlace()
  const [open, setOpen] = useState<'draft' | 'rate' | 'pay'>()
  const query = useView(listClaims, { place: place.slice(0, 12) as RegionCode })
  const { can, rates = [], approved = 0, approvedFen = '0', funds = [] } = query.data ?? {}
  const close = () => setOpen(undefined)
  return (
    <div className="assist-page">
      <PageHead
        title={text('incentive.title')}
        note={text('incentive.note')}
        actions={
          <>
            <Link to="/desk/incentives/estimate">{text('incentive.estimate')}</Link>
            {can?.enterRate && (
              <Button size="middle" onClick={() => setOpen('rate')}>
                {text('incentive.enterRate')}
              </Button>
            )}
            {can?.pay && (
              <Button size="middle" onClick={() => setOpen('pay')}>
                {text('incentive.pay', { count: approved, amount: formatFen(BigInt(approvedFen)) })}
              </Button>
            )}
            {can?.draft && (
              <Button type="primary" size="middle" onClick={() => setOpen('draft')}>
                {text('incentive.draft')}
              </Button>
            )}
          </>
        }
      />
      <OnlyAt />
      <ViewState query={query}>
        {({ claims }) => (
          <>
            <Panel title={text('incentive.claims')} count={text('incentive.count', { count: claims.length })}>
              {claims.length === 0 ? <EmptyState title={text('incentive.claimsNone')} /> : <ClaimTable claims={claims} />}
            </Panel>
            <Panel title={text('incentive.rates')} count={text('incentive.count', { count: rates.length })}>
              {rates.every(({ kind }) => kind !== 'rent') && <p className="assist-words">{text('incentive.noRent')}</p>}
              {rates.length === 0 ? (
                <EmptyState title={text('incentive.ratesNone')} words={text('incentive.ratesNoneWords')} />
              ) : (
                <RateTable rates={rates} />
              )}
            </Panel>
          </>
        )}
      </ViewState>
      {open === 'draft' && <DraftDrawer rates={rates} onClose={close} />}
      {open === 'rate' && <RateDrawer unitCode={unitCode} onClose={close} />}
      {open === 'pay' && <PayDrawer unitCode={unitCode} count={approved} totalFen={approvedFen} funds={funds} onClose={close} />}
    </div>
  )
}
