import { useRef } from 'react'
import { Link } from 'react-router'
import { downloadFile } from '../../../../ui/api/download-file.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type MyRound, seeMyRounds } from '../../contract-receipts.ts'
import { points } from '../open/words-of-board.ts'
import { QrSign } from '../QrSign.tsx'
import { MyList } from './MyList.tsx'
import { MyTurn } from './MyTurn.tsx'
import { MyWhy } from './MyWhy.tsx'
import { listMessages } from './messages-lists.ts'
import { receiptMessages } from './messages-receipts.ts'
import { ScoreTable } from './ScoreTable.tsx'
import '../open/open.css'

/** One's own rounds: what one got, why one stood where one stood, and the receipt that finds it in the record. */
export function MyRoundsPage() {
  const text = useText(receiptMessages)
  const query = useView(seeMyRounds, {})
  return (
    <>
      <PageHeading title={text('placement.mine.title')} />
      <ViewState query={query}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <EmptyState title={text('placement.mine.none')} words={text('placement.mine.noneWords')} />
          ) : (
            rounds.map((round) => <Receipt key={round.roundId} round={round} />)
          )
        }
      </ViewState>
    </>
  )
}

function Receipt({ round }: { round: MyRound }) {
  const [text, words] = [useText(receiptMessages), useText(listMessages)]
  const outcome = useRef<HTMLElement>(null)
  // Whoever chose from a long list stands far below what came of it.
  const showOutcome = () => {
    outcome.current?.focus({ preventScroll: true })
    outcome.current?.scrollIntoView({ block: 'center' })
  }
  return (
    <article className="receipt" aria-label={round.title}>
      <section ref={outcome} tabIndex={-1}>
        <h2>{round.title}</h2>
        <Got round={round} />
        <p>
          {round.position === null ? text('placement.mine.noPosition') : text('placement.mine.position', { position: round.position })} ·{' '}
          {text('placement.mine.composite')} {points(round.composite)} · {text('placement.mine.number', { number: round.number })}
        </p>
        {round.list && (
          <p>
            {round.way === 'two-way'
              ? words('placement.lists.mine', { codes: round.list.join(' ') })
              : text('placement.mine.list', { codes: round.list.join(' ') })}
          </p>
        )}
        {round.openThen && (
          <p>
            {text('placement.mine.open')}：
            {text('placement.mine.openWords', { count: round.openThen.length, codes: round.openThen.join(' ') })}
          </p>
        )}
      </section>
      {isLiveByTurns(round) && <MyTurn round={round} onTaken={showOutcome} />}
      {round.lists && <MyList round={round} lists={round.lists} />}
      {round.why && <MyWhy why={round.why} />}
      <section>
        <h2>{text('placement.mine.score')}</h2>
        <ScoreTable round={round} />
      </section>
      <Proof round={round} />
    </article>
  )
}

/** What came of it. While turns go on and nothing has come of it yet, the turn below says how far they are. */
function Got({ round }: { round: MyRound }) {
  const text = useText(receiptMessages)
  if (round.outcome === null && isLiveByTurns(round)) return null
  return (
    <p className="got">
      {round.post ? text('placement.mine.got', { post: round.post.title }) : text(`placement.mine.outcome.${outcomeOf(round)}`)}
    </p>
  )
}

/** From the draw on, until the own outcome stands for good. */
const isLiveByTurns = ({ way, position }: MyRound): boolean => position !== null && way !== 'two-way' && way !== 'directive'

/** Nobody waits for a turn where all is computed at once. */
const outcomeOf = ({ outcome, way }: MyRound): 'deferred' | 'out' | 'removed' | 'waiting' | 'pending' =>
  outcome !== null && outcome !== 'placed' ? outcome : way === 'two-way' || way === 'directive' ? 'pending' : 'waiting'

function Proof({ round }: { round: MyRound }) {
  const text = useText(receiptMessages)
  const { receipt } = round
  const where = `/open/verify?round=${round.roundId}`
  return (
    <section>
      <h2>{text('placement.mine.proof')}</h2>
      <p>{text('placement.mine.proofWords')}</p>
      <div className="sign">
        <QrSign value={new URL(where, window.location.origin).href} label={text('placement.mine.qr')} size={140} />
        <div>
          <p className="hash">
            {text('placement.mine.inFile')} {receipt.person}
          </p>
          <p className="hash">
            {text('placement.mine.pseudonym')} {receipt.pseudonym}
          </p>
          <p className="hash">
            {text('placement.mine.commitment')} {receipt.commitment}
          </p>
          {receipt.links.map(({ seq, hash }) => (
            <p key={seq} className="hash">
              {text('placement.mine.linkLine', { seq, hash })}
            </p>
          ))}
        </div>
      </div>
      <div className="round-doors no-print">
        <button type="button" className="ghost" onClick={() => saveReceipt(round)}>
          {text('placement.mine.save')}
        </button>
        <button type="button" className="ghost" onClick={() => window.print()}>
          {text('placement.mine.print')}
        </button>
        <Link className="ghost" to={where}>
          {text('placement.mine.verify')}
        </Link>
      </div>
    </section>
  )
}

const saveReceipt = ({ receipt, title }: MyRound): void =>
  downloadFile(`${title}-receipt.json`, new Blob([JSON.stringify(receipt, undefined, 2)], { type: 'application/json' }))
