import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type RegionCode, regionOf, type UnitCode } from '../../../kernel/region-code.ts'
import { useAccount, useSession } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { type BriefEntry, BriefState, listBriefs, listTemplates } from '../contract.ts'
import { dayInChina } from './day-in-china.ts'
import { briefMessages } from './messages.ts'
import { NewBriefDrawer } from './NewBriefDrawer.tsx'
import { SchedulesPanel } from './SchedulesPanel.tsx'
import { StateTag } from './StateTag.tsx'
import './briefs.css'

/** The briefs of a place and of those below it, what writes drafts by itself, and the way to a new one. */
export function BriefsPage() {
  const text = useText(briefMessages)
  const place = regionOf(useAccount().unitCode as UnitCode)
  const today = dayInChina(useSession().data?.time)
  const mayWrite = useAccount().grants.includes('brief.write')
  const [isWriting, setWriting] = useState(false)
  const templates = useView(listTemplates, {})
  return (
    <div className="brief-page">
      <PageHead
        title={text('briefs.title')}
        note={text('briefs.note')}
        actions={
          mayWrite && (
            <Button type="primary" size="middle" onClick={() => setWriting(true)}>
              {text('briefs.new')}
            </Button>
          )
        }
      />
      <div className="brief-lists">
        <div className="panel">
          <BriefTable place={place} />
        </div>
        <ViewState query={templates} lines={2}>
          {({ rows }) => (
            <>
              <SchedulesPanel place={place} templates={rows} />
              {isWriting && <NewBriefDrawer place={place} today={today} templates={rows} onClose={() => setWriting(false)} />}
            </>
          )}
        </ViewState>
      </div>
    </div>
  )
}

function BriefTable({ place }: { place: RegionCode }) {
  const text = useText(briefMessages)
  const navigate = useNavigate()
  const [state, setState] = useState('')
  const pages = usePages(listBriefs, { place, ...(state === '' ? {} : { state: state as BriefState }) }, { key: 'briefs' })
  const columns: Column<BriefEntry>[] = [
    { key: 'title', title: text('briefs.name'), draw: ({ title }) => title, card: 'title' },
    { key: 'place', title: text('briefs.place'), draw: ({ placeName }) => placeName, width: 120 },
    { key: 'state', title: text('briefs.state'), draw: (row) => <States {...row} />, width: 130 },
    { key: 'knownOn', title: text('briefs.knownOn'), draw: ({ knownOn }) => knownOn, width: 110 },
    {
      key: 'figures',
      title: text('briefs.figures'),
      draw: ({ figureCount }) => text('briefs.count', { count: figureCount }),
      width: 80,
      align: 'right',
    },
  ]
  return (
    <DataTable
      name="briefs"
      label={text('briefs.list')}
      columns={columns}
      pages={pages}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate(`/desk/briefs/${id}`)}
      filters={
        <select className="brief-select" aria-label={text('briefs.state')} value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">{text('briefs.all')}</option>
          {BriefState.options.map((one) => (
            <option key={one} value={one}>
              {text(`briefs.state.${one}`)}
            </option>
          ))}
        </select>
      }
      empty={<EmptyState title={text('briefs.empty')} words={text('briefs.emptyWords')} />}
    />
  )
}

function States({ state, isUnlocked }: Pick<BriefEntry, 'state' | 'isUnlocked'>) {
  const text = useText(briefMessages)
  return (
    <>
      <StateTag state={state} /> {isUnlocked && <Tag tone="amber">{text('briefs.unlocked')}</Tag>}
    </>
  )
}
