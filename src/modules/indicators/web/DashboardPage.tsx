import { useMemo, useState } from 'react'
import { useSession } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import * as network from '../../network/contract.ts'
import * as contract from '../contract.ts'
import { ChildPanel } from './ChildPanel.tsx'
import { DashboardHead } from './DashboardHead.tsx'
import { DefinitionDrawer } from './DefinitionDrawer.tsx'
import { childrenOf, type Dashboard, type Looking } from './dashboard-parts.ts'
import { FigureStrip } from './FigureStrip.tsx'
import { MINIMUM, STRIP, targetOf } from './focus.ts'
import { dayAt, periodOf } from './period.ts'
import { RankingPanel } from './RankingPanel.tsx'
import { TilesPanel } from './TilesPanel.tsx'
import { TrendPanel } from './TrendPanel.tsx'
import { useTierBelow } from './tier-name.ts'
import { type DashboardPlace, useDashboardPlace } from './use-dashboard-place.ts'
import { VillagePanel } from './VillagePanel.tsx'
import './dashboard.css'

type Tree = ReturnType<typeof useTree>['data']

const useTree = (place: network.Division['code']) => useView(network.children, { place }, { staleTime: 600_000, keepPrevious: true })

/** One page at every tier: the answer, the figures, where, when, who, and the rows behind. Live while one watches. */
export function DashboardPage() {
  const at = useDashboardPlace()
  const session = useSession()
  const today = dayAt(session.data?.time ?? new Date().toISOString())
  const list = useView(contract.list, {}, { staleTime: 600_000 })
  const tree = useTree(at.place)
  const live = useMemo(() => [...new Set((list.data?.rows ?? []).flatMap(({ facts }) => facts))], [list.data])
  const query = useView(
    contract.dashboard,
    { place: at.place, period: periodOf(at.kind, today), strip: [...STRIP], focus: at.focus, minimum: MINIMUM },
    { live, keepPrevious: true },
  )
  const indicators = useMemo(() => new Map((list.data?.rows ?? []).map((row) => [row.code, row])), [list.data])
  const looking: Looking & { today: typeof today } = {
    kind: at.kind,
    focus: at.focus,
    target: targetOf(at.focus, at.kind, today),
    indicators,
    today,
  }
  return (
    <ViewState query={list} lines={8}>
      {() => (
        <ViewState query={query} lines={8}>
          {(page) => <Content page={page} at={at} looking={looking} tree={tree.data} isWaiting={query.isPlaceholderData} />}
        </ViewState>
      )}
    </ViewState>
  )
}

interface ContentProps {
  page: Dashboard
  at: DashboardPlace
  looking: Looking & { today: ReturnType<typeof dayAt> }
  tree: Tree
  isWaiting: boolean
}

function Content({ page, at, looking, tree, isWaiting }: ContentProps) {
  const [defined, setDefined] = useState<string>()
  const children = childrenOf(page)
  const child = children.find(({ key }) => key === at.chosen)
  const tier = useTierBelow(tree)
  const choose = (code: string) => (code === at.chosen ? at.go({ place: code }) : at.go({ chosen: code }))
  const isVillage = page.place.tier === 'village'
  return (
    <div className="dashboard" data-waiting={isWaiting || undefined}>
      <DashboardHead page={page} at={at} looking={looking} tier={tier} />
      <FigureStrip page={page} looking={looking} onDefine={setDefined} />
      <div className="net" data-chosen={child !== undefined || undefined} data-wide={children.length > 32 || undefined}>
        {isVillage ? (
          <VillagePanel place={page.place.code} />
        ) : (
          <TilesPanel page={page} at={at} looking={looking} tier={tier} drawing={tree?.drawing} onChoose={choose} />
        )}
        <div className="net-middle">
          <TrendPanel page={page} looking={looking} />
          {!isVillage && <RankingPanel page={page} looking={looking} tier={tier} chosen={at.chosen} onChoose={choose} />}
        </div>
        {child && <ChildPanel key={child.key} page={page} child={child} at={at} looking={looking} />}
      </div>
      <DefinitionDrawer page={page} looking={looking} code={defined} onClose={() => setDefined(undefined)} />
    </div>
  )
}
