import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { viewKey } from '../../../../ui/api/use-view.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { type MyRound, seeMyRounds } from '../../contract-receipts.ts'
import { useBoard, useSecondsTo } from '../open/use-board.ts'
import { minutes } from '../open/words-of-board.ts'
import { MyTurnForm } from './MyTurnForm.tsx'
import { turnMessages } from './messages-turn.ts'

/** How far the own turn is, live from the board that everybody sees; and the turn itself once it has come. */
export function MyTurn({ round }: { round: MyRound }) {
  const text = useText(turnMessages)
  const client = useQueryClient()
  const { board, ahead, isLost } = useBoard(round.roundId)
  const seq = board?.seq
  useEffect(() => {
    if (seq !== undefined) void client.invalidateQueries({ queryKey: viewKey(seeMyRounds.name) })
  }, [seq, client])
  if (!board || !['drawn', 'open', 'paused'].includes(board.state)) return null
  const { next } = board
  const isMine = next !== null && next.position === round.position
  return (
    <section className="my-turn" data-now={isMine || undefined} aria-label={text('placement.turn.title')}>
      <h2>{text(isMine ? 'placement.turn.now' : 'placement.turn.title')}</h2>
      <p role="status">{isMine ? text(next.isSecond ? 'placement.turn.second' : 'placement.turn.yours') : waitWords(board, round, text)}</p>
      {isLost && <p className="fine">{text('placement.turn.lost')}</p>}
      {isMine && (
        <>
          <Left endsAt={next.endsAt} ahead={ahead} />
          <MyTurnForm key={next.turn} roundId={round.roundId} board={board} next={next} />
        </>
      )}
    </section>
  )
}

function Left({ endsAt, ahead }: { endsAt: number; ahead: number }) {
  const text = useText(turnMessages)
  const left = useSecondsTo(endsAt, ahead)
  return (
    <p className="left" role="timer">
      {left > 0 ? text('placement.turn.left', { time: minutes(left) }) : text('placement.turn.over')}
    </p>
  )
}

type TurnText = ReturnType<typeof useText<(typeof turnMessages)['keys'][number]>>

function waitWords({ state, people, next }: Board, { position, outcome }: MyRound, text: TurnText): string {
  if (outcome === 'placed' || outcome === 'out' || outcome === 'removed') return text('placement.turn.done')
  if (state === 'paused') return text('placement.turn.paused')
  if (state === 'drawn') return text('placement.turn.before')
  if (next === null || position === null) return text('placement.turn.none')
  if (outcome === 'deferred') return text('placement.turn.deferred')
  const count = people.filter((one) => one.standing === 'waiting' && one.position < position).length
  return text('placement.turn.ahead', { count })
}
