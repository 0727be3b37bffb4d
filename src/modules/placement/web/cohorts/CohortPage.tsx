import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type CandidateLine, getCohort } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { AddCandidateDrawer } from './AddCandidateDrawer.tsx'
import { BringMarksDrawer } from './BringMarksDrawer.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import { DeclareTiesDrawer } from './DeclareTiesDrawer.tsx'
import { FunnelPanel } from './FunnelPanel.tsx'
import { cohortMessages } from './messages-cohorts.ts'
import { PublishDrawer } from './PublishDrawer.tsx'
import { RankButton } from './RankButton.tsx'
import { usePhase } from './use-phase.ts'
import '../placement.css'

type Seen = z.output<typeof getCohort.output>
type Drawer = 'add' | 'ties' | 'publish' | 'marks'

/** One cohort: how far it has come, its people, the tie rule, and what can be done. */
export function CohortPage() {
  const { cohortId = '' } = useParams()
  const query = useView(getCohort, { cohortId }, { live: ['placement.moved', 'placement.announced'] })
  return <ViewState query={query}>{(seen) => <Seen seen={seen} />}</ViewState>
}

function Seen({ seen }: { seen: Seen }) {
  const text = useText(cohortMessages)
  const words = usePlacementWords()
  const phase = usePhase()
  const [drawer, setDrawer] = useState<Drawer>()
  const { cohort, candidates, can } = seen
  const close = () => setDrawer(undefined)
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement">{text('cohorts.title')}</Link>}
        title={`${cohort.unitName} ${words.cohort(cohort)}`}
        note={`${phase(cohort)} · ${words.method(cohort)}`}
        actions={<Actions can={can} cohortId={cohort.id} onOpen={setDrawer} />}
      />
      <Figures candidates={candidates} objections={cohort.openObjections} />
      {candidates.length > 0 && <FunnelPanel candidates={candidates} />}
      <Panel title={text('cohorts.tie')}>
        {cohort.isTieDeclared ? (
          <ol className="tie-rule">
            {cohort.tieRule.map((criterion) => (
              <li key={criterion}>{words.text(`placement.tie.${criterion}`)}</li>
            ))}
            <li>{words.text('placement.tie.lot')}</li>
          </ol>
        ) : (
          <p className="panel-words">{text('cohorts.tieNone')}</p>
        )}
      </Panel>
      <Panel title={text('cohorts.list')} count={candidates.length}>
        {candidates.length === 0 ? <EmptyState title={text('cohorts.empty')} /> : <CandidateTable seen={seen} />}
      </Panel>
      {drawer === 'add' && <AddCandidateDrawer cohortId={cohort.id} onClose={close} />}
      {drawer === 'ties' && <DeclareTiesDrawer cohortId={cohort.id} rule={cohort.tieRule} onClose={close} />}
      {drawer === 'publish' && <PublishDrawer cohortId={cohort.id} onClose={close} />}
      {drawer === 'marks' && <BringMarksDrawer cohortId={cohort.id} onClose={close} />}
    </div>
  )
}

function Actions({ can, cohortId, onOpen }: { can: Seen['can']; cohortId: string; onOpen: (drawer: Drawer) => void }) {
  const text = useText(cohortMessages)
  const button = (drawer: Drawer, label: string, isFirst = false) => (
    <Button size="middle" type={isFirst ? 'primary' : 'default'} onClick={() => onOpen(drawer)}>
      {label}
    </Button>
  )
  return (
    <>
      {can.bringMarks && button('marks', text('cohorts.marks'))}
      {can.declareTies && button('ties', text('cohorts.tieDeclare'))}
      {can.add && button('add', text('cohorts.add'), true)}
      {can.publish && button('publish', text('cohorts.publish'), true)}
      {can.rank && <RankButton cohortId={cohortId} />}
    </>
  )
}

const LEFT: readonly string[] = ['notPlaced', 'chosenSelfEmployment', 'otherWay', 'waivedLate', 'waivedRefused', 'cancelled', 'relocated']

const FIGURES = ['all', 'decided', 'scored', 'confirmed', 'objections', 'left'] as const

function Figures({ candidates, objections }: { candidates: readonly CandidateLine[]; objections: number }) {
  const text = useText(cohortMessages)
  const counted = {
    all: candidates.length,
    decided: candidates.filter(({ way }) => way !== null).length,
    scored: candidates.filter(({ total }) => total !== null).length,
    confirmed: candidates.filter(({ isConfirmed }) => isConfirmed).length,
    objections,
    left: candidates.filter(({ state }) => LEFT.includes(state)).length,
  }
  const figures = FIGURES.map((key) => ({
    key,
    label: text(`cohorts.figure.${key}`),
    value: counted[key],
    ...(key === 'objections' && objections > 0 ? { tone: 'amber' as const } : {}),
  }))
  return <Strip label={text('cohorts.figures')} figures={figures} />
}
