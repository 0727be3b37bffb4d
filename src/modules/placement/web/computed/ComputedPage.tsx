import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, getComputed } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { ComputedButtons } from './ComputedButtons.tsx'
import { ComputedLinks } from './ComputedLinks.tsx'
import { ComputedPeople } from './ComputedPeople.tsx'
import { ComputedPosts } from './ComputedPosts.tsx'
import { DoorsPanel } from './DoorsPanel.tsx'
import { type ComputedText, computedMessages } from './messages-computed.ts'
import '../rounds/rounds.css'

/** A round of two-way selection or directive assignment, as the officer steers it and the supervisor watches it. */
export function ComputedPage() {
  const text = useText(roundMessages)
  const { roundId = '' } = useParams()
  const query = useView(getComputed, { roundId }, { live: ['placement.round'] })
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
      {(round) => <Open round={round} />}
    </ViewState>
  )
}

function Open({ round }: { round: Computed }) {
  return (
    <>
      <Head round={round} />
      <Proof round={round} />
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

function Head({ round }: { round: Computed }) {
  const [text, open, words] = [useText(roundMessages), useText(openRoundMessages), useText(computedMessages)]
  const { line } = round
  const way = line.way === 'directive' ? 'directive' : 'two-way'
  return (
    <PageHead
      crumb={
        <>
          <Link to="/desk/rounds">{text('placement.round.crumb')}</Link> · {words(`placement.way.${way}`)} ·{' '}
          {open(`placement.state.${line.state}`)}
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
      actions={<ComputedButtons round={round} />}
    />
  )
}

/** What is waited for, which window is open, and what binds the round. */
function Proof({ round }: { round: Computed }) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const { draw, line, present, twoWay, total } = round
  return (
    <div className="round-proof">
      {line.state === 'committed' && <p role="note">{text('placement.round.waitDraw', { day: draw.on, source: draw.source })}</p>}
      {line.state === 'drawn' && present === null && <p role="note">{text('placement.round.waitPresent')}</p>}
      {present !== null && <p>{text('placement.round.present', { name: present })}</p>}
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

function phaseWords({ isComputed, twoWay }: Computed, words: ComputedText): string {
  if (isComputed) return words('placement.computed.computed')
  if (!twoWay) return words('placement.computed.compute')
  const day = twoWay.phase === 'rankings' ? twoWay.rankingsUntil : twoWay.listsUntil
  return words(`placement.computed.phase.${twoWay.phase}`, { day })
}
