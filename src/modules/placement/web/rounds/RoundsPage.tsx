import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listRounds, type RoundLine } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { DraftDrawer } from './DraftDrawer.tsx'
import { roundMessages } from './messages-rounds.ts'
import './rounds.css'

/** The rounds of the reader's place, the newest first. */
export function RoundsPage() {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const { unitCode, grants } = useAccount()
  const navigate = useNavigate()
  const [isDrafting, setDrafting] = useState(false)
  const pages = usePages(listRounds, { place: unitCode }, { key: 'rounds', live: ['placement.round'] })
  const columns: Column<RoundLine>[] = [
    { key: 'title', title: text('placement.rounds.col.title'), draw: ({ title }) => title },
    { key: 'state', title: text('placement.rounds.col.state'), draw: ({ state }) => open(`placement.state.${state}`) },
    { key: 'people', title: text('placement.rounds.col.people'), align: 'right', draw: ({ people }) => people },
    { key: 'seats', title: text('placement.rounds.col.seats'), align: 'right', draw: ({ seats }) => seats },
    { key: 'placed', title: text('placement.rounds.col.placed'), align: 'right', draw: ({ placed }) => placed },
    { key: 'draw', title: text('placement.rounds.col.draw'), draw: ({ drawOn }) => drawOn },
  ]
  return (
    <>
      <PageHead
        title={text('placement.rounds.title')}
        actions={
          grants.includes('round.run') && (
            <Button type="primary" size="middle" onClick={() => setDrafting(true)}>
              {text('placement.rounds.new')}
            </Button>
          )
        }
      />
      <div className="panel">
        <DataTable
          name="rounds"
          label={text('placement.rounds.label')}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/desk/rounds/${id}`)}
          empty={<EmptyState title={text('placement.rounds.none')} words={text('placement.rounds.noneWords')} />}
        />
      </div>
      {isDrafting && (
        <DraftDrawer place={unitCode} onClose={() => setDrafting(false)} onDone={(id) => void navigate(`/desk/rounds/${id}`)} />
      )}
    </>
  )
}
