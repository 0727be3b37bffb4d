import { Select } from 'antd'
import { useMemo } from 'react'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Choice } from '../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { TileMap } from '../../../ui/parts/TileMap.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { childrenOf, type Dashboard, figureOf, type Looking } from './dashboard-parts.ts'
import { figureText } from './figure-words.ts'
import { FOCUSES } from './focus.ts'
import { indicatorsMessages } from './messages.ts'
import type { DashboardPlace } from './use-dashboard-place.ts'

interface TilesProps {
  page: Dashboard
  at: DashboardPlace
  looking: Looking
  tier: string
  drawing: string | undefined
  onChoose: (code: string) => void
}

/** Where: the children as tiles around the target, or the same as a table. */
export function TilesPanel({ page, at, looking, tier, drawing, onChoose }: TilesProps) {
  const text = useText(indicatorsMessages)
  const figures = useMemo(
    () =>
      childrenOf(page).map(({ key, name, figures }) => ({
        code: key,
        name,
        value: figureOf(figures, looking.focus)?.value ?? undefined,
        overdue: figureOf(figures, 'overdueContacts')?.value ?? 0,
      })),
    [page, looking.focus],
  )
  const views = [
    { value: 'map', label: text('tiles.map') },
    { value: 'table', label: text('tiles.table') },
  ] as const
  const focuses = FOCUSES.map((focus) => ({ value: focus, label: text(`indicators.focus.${focus}`) }))
  return (
    <Panel
      title={tier || text('indicators.tiles.children')}
      count={
        <>
          {text('indicators.tiles.count', { count: figures.length })} <OwnCount page={page} />
        </>
      }
      side={
        <>
          <Select
            aria-label={text('indicators.focus.label')}
            variant="borderless"
            options={focuses}
            value={looking.focus}
            onChange={(focus) => at.go({ focus })}
            popupMatchSelectWidth={false}
          />
          <Choice label={text('tiles.show')} options={views} value={at.as} onChange={(as) => at.go({ as })} />
        </>
      }
    >
      {figures.length === 0 ? (
        <EmptyState title={text('indicators.child.noBelow')} />
      ) : (
        <TileMap figures={figures} drawing={drawing} target={looking.target.now} chosen={at.chosen} onChoose={onChoose} as={at.as} />
      )}
    </Panel>
  )
}

/** What the place's own unit did: it belongs to no tile, and the sum needs it. */
function OwnCount({ page }: { page: Dashboard }) {
  const text = useText(indicatorsMessages)
  const own = page.tiles.find(({ key }) => key === 'own')?.figures ?? []
  const [visited, overdue] = ['visited', 'overdueContacts'].map((code) => figureOf(own, code)?.value ?? 0)
  if (!visited && !overdue) return null
  const counts = { visited: figureText(visited, 'person'), overdue: figureText(overdue, 'person') }
  return (
    <span className="own-count" title={text('indicators.tiles.own', counts)}>
      {text('indicators.tiles.ownShort', counts)}
    </span>
  )
}
