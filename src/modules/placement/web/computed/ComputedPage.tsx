import { useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, getComputed } from '../../contract.ts'
import { NoRound, RoundHead, RoundProof } from '../rounds/RoundHead.tsx'
import { ComputedButtons } from './ComputedButtons.tsx'
import { ComputedLinks } from './ComputedLinks.tsx'
import { ComputedPeople } from './ComputedPeople.tsx'
import { ComputedPosts } from './ComputedPosts.tsx'
import { DoorsPanel } from './DoorsPanel.tsx'
import { type ComputedText, computedMessages } from './messages-computed.ts'
import '../rounds/rounds.css'

/** A round of two-way selection or directive assignment, as the officer steers it and the supervisor watches it. */
export function ComputedPage() {
  const { roundId = '' } = useParams()
  const query = useView(getComputed, { roundId }, { live: ['placement.round'] })
  const code = query.error?.problem.code
  if (code === 'not-found' || code === 'invalid-input') return <NoRound />
  return (
    <ViewState query={query} lines={10}>
      {(round) => <Open round={round} />}
    </ViewState>
  )
}

function Open({ round }: { round: Computed }) {
  const words = useText(computedMessages)
  const way = words(`placement.way.${round.line.way === 'directive' ? 'directive' : 'two-way'}`)
  return (
    <>
      <RoundHead line={round.line} way={way} actions={<ComputedButtons round={round} />} />
      <RoundProof round={round}>
        <Standing round={round} />
      </RoundProof>
      <div className="round-grid computed-grid">
        <ComputedPeople round={round} />
        <div className="stack">
          <ComputedPosts round={round} />
          {round.doors.length > 0 && round.can.giveDoor && <DoorsPanel round={round} />}
        </div>
        <ComputedLinks round={round} />
      </div>
    </>
  )
}

/** Which window is open, and what the sum of costs is. */
function Standing({ round }: { round: Computed }) {
  const words = useText(computedMessages)
  const { line, twoWay, total } = round
  return (
    <>
      {twoWay && (
        <p>{words('placement.computed.windows', { lists: twoWay.listsUntil, rankings: twoWay.rankingsUntil, most: twoWay.mostListed })}</p>
      )}
      {line.state === 'open' && <p role="note">{phaseWords(round, words)}</p>}
      {total && (
        <p>
          {total.now === total.optimum
            ? words('placement.computed.total', { now: total.now })
            : words('placement.computed.totalAbove', { now: total.now, optimum: total.optimum, more: total.now - total.optimum })}{' '}
          · {words('placement.computed.proven')}
        </p>
      )}
    </>
  )
}

function phaseWords({ isComputed, twoWay }: Computed, words: ComputedText): string {
  if (isComputed) return words('placement.computed.computed')
  if (!twoWay) return words('placement.computed.compute')
  const day = twoWay.phase === 'rankings' ? twoWay.rankingsUntil : twoWay.listsUntil
  return words(`placement.computed.phase.${twoWay.phase}`, { day })
}
