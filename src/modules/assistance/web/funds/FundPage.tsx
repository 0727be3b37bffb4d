import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getFund } from '../../contract.ts'
import { GoodsPanel } from '../goods/GoodsPanel.tsx'
import { GrantsPanel } from '../grants/GrantsPanel.tsx'
import { useAssistWords } from '../use-assist-words.ts'
import { DonationTable } from './DonationTable.tsx'
import { fundMessages } from './messages-funds.ts'
import { RecordDonationDrawer } from './RecordDonationDrawer.tsx'
import { ReportsPanel } from './ReportsPanel.tsx'
import '../assist.css'

type FundSeen = z.output<typeof getFund.output>

/** One fund: what is in it, its gifts, its grants, and what it must publish. */
export function FundPage() {
  const { fundId = '' } = useParams()
  const query = useView(getFund, { fundId })
  return (
    <div className="assist-page">
      <ViewState query={query}>{(fund) => <Shown fund={fund} />}</ViewState>
    </div>
  )
}

const SUMS = ['received', 'held', 'given', 'free', 'waiting', 'goods'] as const

function Shown({ fund }: { fund: FundSeen }) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const [isRecording, setRecording] = useState(false)
  const { permit, raisingFrom: from, raisingTo: to } = fund
  const raising =
    permit === null || from === null
      ? text('assist.fund.notRaising')
      : to === null
        ? text('assist.fund.raising', { permit, from })
        : text('assist.fund.raisingUntil', { permit, from, to })
  return (
    <>
      <PageHead
        title={fund.name}
        crumb={<Link to="/desk/funds">{text('assist.fund.back')}</Link>}
        note={`${words.kind(fund.kind)} · ${fund.purpose} · ${raising}`}
        actions={
          fund.can.record && (
            <Button type="primary" size="middle" onClick={() => setRecording(true)}>
              {text('assist.fund.record')}
            </Button>
          )
        }
      />
      <Strip
        label={fund.name}
        figures={SUMS.map((key) => ({
          key,
          label: text(`assist.fund.${key}`),
          value: formatFen(BigInt(fund.sums[`${key}Fen`])),
          unit: words.yuanAlone,
        }))}
      />
      <Panel title={text('assist.fund.gifts')} count={text('assist.fund.count', { count: fund.donations.length })}>
        {fund.donations.length === 0 ? (
          <EmptyState title={text('assist.fund.giftsNone')} />
        ) : (
          <DonationTable donations={fund.donations} mayPrint={fund.can.receipt} />
        )}
        {fund.isCut && <p className="assist-words faint">{text('assist.fund.cut')}</p>}
      </Panel>
      {fund.donations.some(({ form, isConfirmed }) => form === 'goods' && isConfirmed) && <GoodsPanel fundId={fund.id} />}
      <GrantsPanel place={fund.unitCode.slice(0, 12) as RegionCode} funds={[fund]} fundId={fund.id} />
      {permit !== null && <ReportsPanel fundId={fund.id} due={fund.due} reports={fund.reports} mayPublish={fund.can.publish} />}
      {isRecording && <RecordDonationDrawer fundId={fund.id} onClose={() => setRecording(false)} />}
    </>
  )
}
