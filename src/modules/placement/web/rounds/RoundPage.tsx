import { useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getRound, type RoundPage as Round } from '../../contract.ts'
import { LinksPanel } from './LinksPanel.tsx'
import { roundMessages } from './messages-rounds.ts'
import { OrderPanel } from './OrderPanel.tsx'
import { PostsPanel } from './PostsPanel.tsx'
import { RoundButtons } from './RoundButtons.tsx'
import { NoRound, RoundHead, RoundProof } from './RoundHead.tsx'
import { TurnPanel } from './TurnPanel.tsx'
import './rounds.css'

/** One round as the officer steers it and the supervisor watches it. */
export function RoundPage() {
  const { roundId = '' } = useParams()
  const query = useView(getRound, { roundId }, { live: ['placement.round'] })
  const code = query.error?.problem.code
  if (code === 'not-found' || code === 'invalid-input') return <NoRound />
  return (
    <ViewState query={query} lines={10}>
      {(round) => <OpenRound round={round} />}
    </ViewState>
  )
}

function OpenRound({ round }: { round: Round }) {
  const text = useText(roundMessages)
  return (
    <>
      <RoundHead line={round.line} actions={<RoundButtons round={round} />} />
      <RoundProof round={round}>{round.line.state === 'paused' && <p role="note">{text('placement.round.pausedWords')}</p>}</RoundProof>
      <div className="round-grid">
        <div className="stack">
          <TurnPanel round={round} />
          <PostsPanel round={round} />
        </div>
        <OrderPanel round={round} />
        <LinksPanel round={round} />
      </div>
    </>
  )
}
