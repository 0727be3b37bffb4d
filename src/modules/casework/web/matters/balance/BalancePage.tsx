import { Link } from 'react-router'
import type { z } from 'zod'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../../ui/table/WideTable.tsx'
import { Marked } from '../../../../../ui/text/Marked.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { seeBalance } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { AstrayAlarm, useAstray } from './AstrayAlarm.tsx'
import { QualityPanel } from './QualityPanel.tsx'
import '../matters.css'

type Balance = z.output<typeof seeBalance.output>

/** Begun = ended + pending, kind by kind: what is missing is an alarm. */
export function BalancePage() {
  const text = useText(matterMessages)
  const { unitCode } = useAccount()
  const query = useView(seeBalance, { place: unitCode }, { live: ['matter.moved', 'matter.opened'] })
  const { count } = useAstray()
  const isWhole = (query.data?.isWhole ?? true) && count === 0
  return (
    <div className="matter-stack">
      <PageHead
        crumb={<Link to="/desk/matters">{text('matters.matter.crumb')}</Link>}
        title={isWhole ? text('matters.balance.title') : <Marked text={text('matters.balance.missing')} />}
        {...(isWhole && query.data ? { note: text('matters.balance.whole') } : {})}
      />
      <AstrayAlarm />
      <QualityPanel />
      <Panel title={text('matters.balance.title')}>
        <ViewState query={query}>{(balance) => <BalanceTable balance={balance} />}</ViewState>
      </Panel>
    </div>
  )
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

function BalanceTable({ balance }: { balance: Balance }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  if (balance.kinds.length === 0) return <EmptyState title={text('matters.balance.none')} />
  const titles = ['kind', 'begun', 'ended', 'pending', 'overdue', 'lost'] as const
  return (
    <WideTable
      label={text('matters.balance.title')}
      titles={titles.map((key) => text(`matters.balance.${key}`))}
      numbers={titles.flatMap((key, at) => (key === 'ended' || key === 'pending' || key === 'kind' ? [] : [at]))}
    >
      {balance.kinds.map(({ typeCode, typeName, begun, ended, pending, missing }) => (
        <tr key={typeCode}>
          <th scope="row">{wordsOf(typeName)}</th>
          <td className="number">{begun}</td>
          <td>{ended.map(({ outcome, matters }) => `${text(`matters.outcome.${outcome}`)} ${matters}`).join('、')}</td>
          <td>{pending.map(({ holder, matters }) => `${text(`matters.seat.${holder}`)} ${matters}`).join('、')}</td>
          <td className="number">{sum(pending.map(({ overdue }) => overdue))}</td>
          <td className={missing === 0 ? 'number' : 'number red'}>{missing}</td>
        </tr>
      ))}
    </WideTable>
  )
}
