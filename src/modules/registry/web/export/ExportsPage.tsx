import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listExports } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { filterOf, lookAgain, type Side, sidesOf } from './approval.ts'
import { DecideExportDrawer, type Deciding } from './DecideExportDrawer.tsx'
import { useExportColumns } from './use-export-columns.tsx'
import '../registry.css'
import './export.css'

/** 名册导出: what waits for my decision, what I asked for, and what leaves this place. */
export function ExportsPage() {
  const text = useText(registryMessages)
  const account = useAccount()
  const [params, setParams] = useSearchParams()
  const [deciding, setDeciding] = useState<Deciding>()
  const place = account.unitCode.slice(0, 12)
  const sides = sidesOf(account.grants)
  const side = sides.find((one) => one === params.get('side')) ?? sides[0] ?? 'all'
  const pages = usePages(listExports, { place, ...filterOf(side) }, { key: 'exports', every: lookAgain })
  const columns = useExportColumns(pages.query.data?.rows ?? [], setDeciding)
  return (
    <>
      <PageHead
        title={<Title place={place} decides={sides.includes('toDecide')} />}
        crumb={<Link to="/desk/people">{text('registry.crumb')}</Link>}
      />
      <section className="panel roster" aria-label={text('registry.export.plain')}>
        <DataTable
          name="exports"
          label={text('registry.export.plain')}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          filters={
            <Choice
              label={text('registry.export.which')}
              options={sides.map((value) => ({ value, label: text(`registry.export.${value}`) }))}
              value={side}
              onChange={(next) => setParams({ side: next }, { replace: true })}
            />
          }
          empty={<Empty side={side} />}
        />
      </section>
      {deciding && <DecideExportDrawer key={deciding.row.id + deciding.how} deciding={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  )
}

/** How many wait for me; without the right to decide, only what the page is. */
function Title({ place, decides }: { place: string; decides: boolean }) {
  const text = useText(registryMessages)
  const waiting = useView(listExports, { place, status: 'waiting', limit: 200 }, { enabled: decides })
  const count = waiting.data?.rows.filter(({ can }) => can.approve).length
  return count === undefined ? text('registry.export.plain') : <Marked text={text('registry.export.title', { count })} />
}

function Empty({ side }: { side: Side }) {
  const text = useText(registryMessages)
  if (side === 'toDecide') return <EmptyState title={text('registry.export.nothingToDecide')} />
  if (side === 'all') return <EmptyState title={text('registry.export.noneAll')} />
  return (
    <EmptyState
      title={text('registry.export.noneMine')}
      words={text('registry.export.noneMineWords')}
      action={<Link to="/desk/people">{text('registry.crumb')}</Link>}
    />
  )
}
