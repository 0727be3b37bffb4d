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
import { DirectiveDrawer } from '../computed/DirectiveDrawer.tsx'
import { computedMessages } from '../computed/messages-computed.ts'
import { TwoWayDrawer } from '../computed/TwoWayDrawer.tsx'
import { openRoundMessages } from '../open/messages-open.ts'
import { DraftDrawer } from './DraftDrawer.tsx'
import { roundMessages } from './messages-rounds.ts'
import './rounds.css'

const WAYS = ['points-ranked', 'exam', 'direct', 'two-way', 'directive'] as const
const wayOf = (way: string) => WAYS.find((one) => one === way) ?? 'points-ranked'

/** Rounds that are computed at once have a page of their own. */
const pathOf = ({ id, way }: RoundLine): string => `/desk/rounds/${id}${way === 'two-way' || way === 'directive' ? '/matching' : ''}`

/** The rounds of the reader's place, the newest first. */
export function RoundsPage() {
  const [text, open, words] = [useText(roundMessages), useText(openRoundMessages), useText(computedMessages)]
  const { unitCode, grants } = useAccount()
  const navigate = useNavigate()
  const [drafting, setDrafting] = useState<'turns' | 'two-way' | 'directive'>()
  const pages = usePages(listRounds, { place: unitCode }, { key: 'rounds', live: ['placement.round'] })
  const close = () => setDrafting(undefined)
  const goOn = (id: string) => void navigate(`/desk/rounds/${id}/matching`)
  const columns: Column<RoundLine>[] = [
    { key: 'title', title: text('placement.rounds.col.title'), draw: ({ title }) => title },
    { key: 'way', title: text('placement.rounds.col.way'), draw: ({ way }) => words(`placement.way.${wayOf(way)}`) },
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
            <>
              <Button size="middle" onClick={() => setDrafting('directive')}>
                {words('placement.computed.newDirective')}
              </Button>
              <Button size="middle" onClick={() => setDrafting('two-way')}>
                {words('placement.computed.newTwoWay')}
              </Button>
              <Button type="primary" size="middle" onClick={() => setDrafting('turns')}>
                {text('placement.rounds.new')}
              </Button>
            </>
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
          onOpen={(line) => void navigate(pathOf(line))}
          empty={<EmptyState title={text('placement.rounds.none')} words={text('placement.rounds.noneWords')} />}
        />
      </div>
      {drafting === 'turns' && <DraftDrawer place={unitCode} onClose={close} onDone={(id) => void navigate(`/desk/rounds/${id}`)} />}
      {drafting === 'two-way' && <TwoWayDrawer place={unitCode} onClose={close} onDone={goOn} />}
      {drafting === 'directive' && <DirectiveDrawer place={unitCode} onClose={close} onDone={goOn} />}
    </>
  )
}
