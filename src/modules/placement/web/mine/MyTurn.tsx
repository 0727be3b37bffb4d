import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Action, useAction } from '../../../../ui/api/use-action.ts'
import { viewKey } from '../../../../ui/api/use-view.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { type MyRound, seeMyRounds, takeMyTurn } from '../../contract-receipts.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { useBoard, useSecondsTo } from '../open/use-board.ts'
import { minutes } from '../open/words-of-board.ts'
import { MyRefused } from './MyRefused.tsx'
import { MyTurnForm } from './MyTurnForm.tsx'
import { turnMessages } from './messages-turn.ts'

/** How far the own turn is, live from the board that everybody sees; and the turn itself once it has come. */
export function MyTurn({ round, onTaken }: { round: MyRound; onTaken: () => void }) {
  const text = useText(turnMessages)
  const client = useQueryClient()
  const { board, ahead, isLost } = useBoard(round.roundId)
  const seq = board?.seq
  useEffect(() => {
    if (seq !== undefined) void client.invalidateQueries({ queryKey: viewKey(seeMyRounds.name) })
  }, [seq, client])
  // Held here and not in the form, which goes with its turn: why a late choice was not entered is said all the same.
  const form = useAction(takeMyTurn, { onDone: onTaken })
  if (!board || !['drawn', 'open', 'paused'].includes(board.state)) return null
  const { next } = board
  const isMine = next !== null && next.position === round.position
  return (
    <section className="my-turn" data-now={isMine || undefined} aria-label={text('placement.turn.title')}>
      <h2>{text(isMine ? 'placement.turn.now' : 'placement.turn.title')}</h2>
      <p role="status">{isMine ? text(next.isSecond ? 'placement.turn.second' : 'placement.turn.yours') : waitWords(board, round, text)}</p>
      <NotEntered form={form} />
      {isLost && <p className="fine">{text('placement.turn.lost')}</p>}
      {isMine && (
        <>
          <Left endsAt={next.endsAt} ahead={ahead} />
          <MyTurnForm
            key={next.turn}
            board={board}
            next={next}
            sending={form.sending}
            take={(taken) => void form.send({ roundId: round.roundId, turn: next.turn, taken })}
          />
        </>
      )}
    </section>
  )
}

/** Why the own choice does not stand. Whoever chose from a long list stands far below it. */
function NotEntered({
  form: { refusal, problem, again },
}: {
  form: Pick<Action<never, unknown, RoundRefusal>, 'refusal' | 'problem' | 'again'>
}) {
  const text = useText(turnMessages)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal ?? problem) place.current?.scrollIntoView({ block: 'center' })
  }, [refusal, problem])
  return (
    <div ref={place}>
      {problem && <ErrorState problem={problem} onRetry={again} slim />}
      {refusal?.code === 'turn-has-passed' ? (
        <p className="wrong" role="alert">
          <Icon name="warning" size={24} />
          <span>{text('placement.turn.passed')}</span>
        </p>
      ) : (
        refusal && <MyRefused refusal={refusal} />
      )}
    </div>
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
