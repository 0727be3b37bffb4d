import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { HallFoot } from './HallFoot.tsx'
import { HallLinks } from './HallLinks.tsx'
import { HallOrder } from './HallOrder.tsx'
import { HallPosts } from './HallPosts.tsx'
import { HallTurn } from './HallTurn.tsx'
import { openRoundMessages } from './messages-open.ts'
import { type Followed, useBoard } from './use-board.ts'
import { clock, titleWithPlace } from './words-of-board.ts'
import './hall.css'

/** The big screen of a round: for the room, and for everybody who watches from elsewhere. Read from the last row. */
export function BoardPage() {
  const text = useText(openRoundMessages)
  const { roundId = '' } = useParams()
  const followed = useBoard(roundId)
  const { board } = followed
  useEffect(() => {
    document.title = board?.title ?? text('placement.open.title')
  }, [board?.title, text])
  if (followed.isNotThere) {
    return (
      <main className="hall-none">
        <h1>{text('placement.open.notFound')}</h1>
        <p>
          <Link to="/open/rounds">{text('placement.open.notFoundWords')}</Link>
        </p>
      </main>
    )
  }
  return board ? <Hall board={board} followed={followed} /> : <LoadingState />
}

function Hall({ board, followed }: { board: Board; followed: Followed }) {
  const text = useText(openRoundMessages)
  return (
    <div className="hall" data-state={board.state}>
      <HallHead board={board} />
      {followed.isLost && (
        <p className="hall-lost" role="alert">
          {text('placement.hall.lost', { time: clock(followed.at) })}
        </p>
      )}
      <main>
        <HallOrder board={board} />
        <HallTurn board={board} ahead={followed.ahead} />
        <HallPosts posts={board.posts} />
        <HallLinks links={board.links} />
      </main>
      <HallFoot board={board} />
    </div>
  )
}

function HallHead({ board }: { board: Board }) {
  const text = useText(openRoundMessages)
  const day = useDay()
  const seats = board.posts.reduce((sum, post) => sum + post.seats, 0)
  return (
    <header>
      <Link className="seal" to="/open/rounds" aria-label={text('placement.open.back')}>
        归
      </Link>
      <div>
        <h1>{titleWithPlace(board)}</h1>
        <p>
          {board.atOnce
            ? text(board.way === 'directive' ? 'placement.hall.subDirective' : 'placement.hall.subTwoWay', {
                people: board.atOnce.people,
                seats,
              })
            : board.people.length > 0
              ? text('placement.hall.sub', { people: board.people.length, seats })
              : text('placement.line.committed', { day: day(board.committedOn) })}
        </p>
      </div>
      <div className="when">
        <b>{text(`placement.state.${board.state}`)}</b>
        {board.draw.value !== null && <span>{text('placement.line.drawn', { value: board.draw.value })}</span>}
      </div>
    </header>
  )
}
