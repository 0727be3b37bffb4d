import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getRound, type RoundPage as Round } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { LinksPanel } from './LinksPanel.tsx'
import { roundMessages } from './messages-rounds.ts'
import { OrderPanel } from './OrderPanel.tsx'
import { PostsPanel } from './PostsPanel.tsx'
import { RoundButtons } from './RoundButtons.tsx'
import { TurnPanel } from './TurnPanel.tsx'
import './rounds.css'

/** One round as the officer steers it and the supervisor watches it. */
export function RoundPage() {
  const text = useText(roundMessages)
  const { roundId = '' } = useParams()
  const query = useView(getRound, { roundId }, { live: ['placement.round'] })
  const code = query.error?.problem.code
  if (code === 'not-found' || code === 'invalid-input') {
    return (
      <EmptyState
        title={text('placement.round.notFound')}
        words={text('placement.round.notFoundWords')}
        action={<Link to="/desk/rounds">{text('placement.round.crumb')}</Link>}
      />
    )
  }
  return (
    <ViewState query={query} lines={10}>
      {(round) => <OpenRound round={round} />}
    </ViewState>
  )
}

function OpenRound({ round }: { round: Round }) {
  return (
    <>
      <RoundHead round={round} />
      <Proof round={round} />
      <div className="round-grid">
        <div className="stack">
          <TurnPanel key={round.next?.turn ?? 0} round={round} />
          <PostsPanel round={round} />
        </div>
        <OrderPanel round={round} />
        <LinksPanel round={round} />
      </div>
    </>
  )
}

function RoundHead({ round }: { round: Round }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const { line } = round
  return (
    <PageHead
      crumb={
        <>
          <Link to="/desk/rounds">{text('placement.round.crumb')}</Link> · {open(`placement.state.${line.state}`)}
          {line.state !== 'draft' && (
            <>
              {' '}
              ·{' '}
              <a href={`/open/rounds/${line.id}`} target="_blank" rel="noreferrer">
                {text('placement.round.screen')}
              </a>
            </>
          )}
          {line.state === 'closed' && (
            <>
              {' '}
              · <a href={`/open/verify?round=${line.id}`}>{text('placement.round.record')}</a>
            </>
          )}
        </>
      }
      title={line.title}
      actions={<RoundButtons round={round} />}
    />
  )
}

/** What the room waits for, and what binds it. */
function Proof({ round }: { round: Round }) {
  const text = useText(roundMessages)
  const { draw, line, present } = round
  const waits =
    line.state === 'committed'
      ? text('placement.round.waitDraw', { day: draw.on, source: draw.source })
      : line.state === 'drawn' && present === null
        ? text('placement.round.waitPresent')
        : undefined
  return (
    <div className="round-proof">
      {waits !== undefined && <p role="note">{waits}</p>}
      {present !== null && <p>{text('placement.round.present', { name: present })}</p>}
      {line.state === 'paused' && <p role="note">{text('placement.round.pausedWords')}</p>}
      {round.replacedWhy !== null && <p role="note">{text('placement.round.replacedWhy', { why: round.replacedWhy })}</p>}
      {round.commitment !== null && (
        <p>
          {text('placement.round.commitment')} <code>{round.commitment}</code>
        </p>
      )}
      {round.seal !== null && (
        <p>
          {text('placement.round.seal')} <code>{round.seal}</code>
        </p>
      )}
    </div>
  )
}
