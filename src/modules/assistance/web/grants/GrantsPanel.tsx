import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Fund, listGrants, type ReadyMatter } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { GrantTable } from './GrantTable.tsx'
import { grantMessages } from './messages-grants.ts'
import { PayTogether } from './PayTogether.tsx'
import { ProposeDrawer } from './ProposeDrawer.tsx'

interface GrantsProps {
  place: RegionCode
  funds: readonly Fund[]
  /** Of one fund only. */
  fundId?: string
}

/** Matters that wait for money, and grants with what is to be done about each. */
export function GrantsPanel({ place, funds, fundId }: GrantsProps) {
  const text = useText(grantMessages)
  const query = useView(listGrants, { place, fundId: fundId ?? null })
  const [proposed, setProposed] = useState<ReadyMatter>()
  return (
    <ViewState query={query}>
      {({ grants, ready, latePapers, toPay, can }) => (
        <>
          {can.propose && fundId === undefined && (
            <Panel title={text('assist.grant.ready')} count={text('assist.grant.count', { count: ready.length })}>
              {ready.length === 0 ? (
                <EmptyState title={text('assist.grant.readyNone')} />
              ) : (
                <ReadyTable ready={ready} hasFund={funds.length > 0} onPropose={setProposed} />
              )}
            </Panel>
          )}
          <Panel
            title={text('assist.grant.list')}
            count={text('assist.grant.count', { count: grants.length })}
            side={latePapers > 0 && <Tag tone="red">{text('assist.grant.late', { count: latePapers })}</Tag>}
          >
            {can.payTogether && fundId !== undefined && (
              <div className="assist-foot">
                <PayTogether fundId={fundId} count={toPay} />
              </div>
            )}
            {grants.length === 0 ? <EmptyState title={text('assist.grant.none')} /> : <GrantTable grants={grants} />}
          </Panel>
          {proposed && <ProposeDrawer matter={proposed} funds={funds} onClose={() => setProposed(undefined)} />}
        </>
      )}
    </ViewState>
  )
}

const TITLES = ['matter', 'unit', 'cause', 'decided', 'left', 'next'] as const

interface ReadyProps {
  ready: readonly ReadyMatter[]
  hasFund: boolean
  onPropose: (matter: ReadyMatter) => void
}

function ReadyTable({ ready, hasFund, onPropose }: ReadyProps) {
  const text = useText(grantMessages)
  const words = useAssistWords()
  return (
    <WideTable label={text('assist.grant.ready')} titles={TITLES.map((title) => text(`assist.grant.${title}`))} numbers={[3, 4]}>
      {ready.map((matter) => (
        <tr key={matter.matterId}>
          <th scope="row">
            <Link to={`/desk/matters/${matter.matterId}`}>{matter.nameMasked ?? text('assist.grant.matter')}</Link>
            <small className="faint">
              {matter.papersDueOn === null ? text('assist.grant.decidedWay') : text('assist.grant.emergency', { due: matter.papersDueOn })}
            </small>
          </th>
          <td>{matter.unitName}</td>
          <td>{words.cause(matter.cause)}</td>
          <td className="number">{matter.decidedFen === null ? '—' : words.yuan(matter.decidedFen)}</td>
          <td className="number">{matter.leftFen === null ? '—' : words.yuan(matter.leftFen)}</td>
          <td>
            {hasFund ? (
              <Button size="small" onClick={() => onPropose(matter)}>
                {text(matter.isTopUp ? 'assist.grant.topUp' : 'assist.grant.propose')}
              </Button>
            ) : (
              text('assist.grant.noFund')
            )}
          </td>
        </tr>
      ))}
    </WideTable>
  )
}
