import { Link } from 'react-router'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenRound } from '../../contract-board.ts'
import { openRoundMessages } from './messages-open.ts'
import { useOpenRounds } from './use-open-rounds.ts'
import { grouped, titleWithPlace } from './words-of-board.ts'
import './open.css'

/** Every round, from the moment it is sealed. */
export function OpenRoundsPage() {
  const text = useText(openRoundMessages)
  const { data, isError, refetch } = useOpenRounds()
  return (
    <div className="rounds-open">
      <PageHeading title={text('placement.open.title')} />
      <p className="lead">{text('placement.open.lead')}</p>
      <p className="round-doors">
        <Link className="ghost" to="/open/rounds/how">
          {text('placement.open.how')}
        </Link>
        <Link className="ghost" to="/open/verify">
          {text('placement.open.check')}
        </Link>
      </p>
      {isError && <ReadFailed sentence={text('placement.open.failed')} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <LoadingState />}
      {data?.length === 0 && <EmptyState title={text('placement.open.none')} words={text('placement.open.noneWords')} />}
      <ul className="round-list">
        {data?.map((round) => (
          <RoundCard key={round.id} round={round} />
        ))}
      </ul>
    </div>
  )
}

function RoundCard({ round }: { round: OpenRound }) {
  const text = useText(openRoundMessages)
  const day = useDay()
  const { draw } = round
  return (
    <li className="big" data-state={round.state}>
      <p className="k">
        <span className="state">{text(`placement.state.${round.state}`)}</span>{' '}
        {round.way === 'two-way' && `${text('placement.hall.twoWay')} · `}
        {round.way === 'directive' && `${text('placement.hall.directive')} · `}
        {text('placement.line.committed', { day: day(round.committedOn) })}
      </p>
      <h2>
        <Link to={`/open/rounds/${round.id}`}>{titleWithPlace(round)}</Link>
      </h2>
      <p>
        {draw.value === null
          ? text('placement.line.draw', { source: draw.source, day: day(draw.on) })
          : text('placement.line.drawn', { value: draw.value })}
      </p>
      {round.replacedWhy !== null && <p>{text('placement.line.replaced', { why: round.replacedWhy })}</p>}
      <p className="hash">
        {text('placement.line.commitment')} <code>{grouped(round.commitment)}</code>
      </p>
    </li>
  )
}
