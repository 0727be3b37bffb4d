import { Link } from 'react-router'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenCohort } from '../../contract-open-scores.ts'
import { scoreListMessages } from './messages-scores.ts'
import { useOpenScores } from './use-open-scores.ts'
import './open.css'

/** Every published list of scores that is still shown. */
export function OpenScoresPage() {
  const text = useText(scoreListMessages)
  const { data, isError, refetch } = useOpenScores()
  return (
    <div className="rounds-open">
      <PageHeading title={text('scores.title')} />
      <p className="lead">{text('scores.lead')}</p>
      {isError && <ReadFailed sentence={text('scores.failed')} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <LoadingState />}
      {data?.length === 0 && <EmptyState title={text('scores.none')} words={text('scores.noneWords')} />}
      <ul className="round-list">
        {data?.map((cohort) => (
          <CohortCard key={cohort.id} cohort={cohort} />
        ))}
      </ul>
    </div>
  )
}

/** What a list is called: place, year, season, group. */
export function useCohortName(): (cohort: OpenCohort) => string {
  const text = useText(scoreListMessages)
  return ({ unitName, year, season, group }) =>
    text('scores.cohort', { unit: unitName, year, season: text(`scores.season.${season}`), group: text(`scores.group.${group}`) })
}

function CohortCard({ cohort }: { cohort: OpenCohort }) {
  const text = useText(scoreListMessages)
  const [day, nameOf] = [useDay(), useCohortName()]
  return (
    <li className="big" data-state={cohort.isOpen ? 'open' : 'closed'}>
      <p className="k">
        <span className="state">{text(cohort.isOpen ? 'scores.open' : 'scores.closed', { day: day(cohort.closesOn) })}</span>
      </p>
      <h2>
        <Link to={`/open/scores/${cohort.id}`}>{nameOf(cohort)}</Link>
      </h2>
      <p>{text('scores.people', { count: cohort.people, day: day(cohort.publishedOn) })}</p>
    </li>
  )
}
