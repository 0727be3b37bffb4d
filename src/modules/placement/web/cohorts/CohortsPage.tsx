import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Cohort, listCohorts } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { cohortMessages } from './messages-cohorts.ts'
import { OpenCohortDrawer } from './OpenCohortDrawer.tsx'
import { usePhase } from './use-phase.ts'
import '../placement.css'

/** The cohorts of one's place, and the ways to posts and score tables. */
export function CohortsPage() {
  const text = useText(cohortMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [isOpening, setOpening] = useState(false)
  const query = useView(listCohorts, { place: unitCode }, { live: ['placement.moved', 'placement.announced'] })
  return (
    <div className="placement-page">
      <PageHead
        title={text('cohorts.title')}
        note={text('cohorts.note')}
        actions={
          <>
            <Link to="/desk/placement/posts">{text('cohorts.posts')}</Link>
            <Link to="/desk/placement/after">{text('cohorts.after')}</Link>
            <Link to="/desk/placement/schemes">{text('cohorts.schemes')}</Link>
            {query.data?.can.open && (
              <Button type="primary" size="middle" onClick={() => setOpening(true)}>
                {text('cohorts.open')}
              </Button>
            )}
          </>
        }
      />
      <Panel title={text('cohorts.title')}>
        <ViewState query={query}>
          {({ cohorts }) =>
            cohorts.length === 0 ? (
              <EmptyState title={text('cohorts.none')} words={text('cohorts.noneWords')} />
            ) : (
              <CohortTable cohorts={cohorts} />
            )
          }
        </ViewState>
      </Panel>
      {isOpening && <OpenCohortDrawer unitCode={unitCode} onClose={() => setOpening(false)} />}
    </div>
  )
}

function CohortTable({ cohorts }: { cohorts: readonly Cohort[] }) {
  const text = useText(cohortMessages)
  const words = usePlacementWords()
  const phase = usePhase()
  return (
    <Wide label={text('cohorts.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['name', 'place', 'people', 'phase', 'objections'] as const).map((key) => (
              <th key={key} scope="col">
                {text(`cohorts.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.id}>
              <th scope="row">
                <Link to={`/desk/placement/cohorts/${cohort.id}`}>{words.cohort(cohort)}</Link>
              </th>
              <td>{cohort.unitName}</td>
              <td>{cohort.candidates}</td>
              <td>{phase(cohort)}</td>
              <td className={cohort.openObjections > 0 ? 'amber' : undefined}>{cohort.openObjections}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
