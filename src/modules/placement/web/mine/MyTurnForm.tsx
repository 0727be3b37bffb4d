import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { takeMyTurn } from '../../contract-receipts.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { kindWord } from '../open/words-of-board.ts'
import { MyRefused } from './MyRefused.tsx'
import { turnMessages } from './messages-turn.ts'

interface Given {
  roundId: string
  board: Board
  next: NonNullable<Board['next']>
}

/** The own turn: one post of those that are open, confirmed by a button that names it; or a pass. */
export function MyTurnForm({ roundId, board, next }: Given) {
  const [text, open] = [useText(turnMessages), useText(openRoundMessages)]
  const [post, setPost] = useState<string>()
  const form = useAction(takeMyTurn)
  const posts = board.posts.filter(({ code }) => next.open.includes(code))
  // Somebody may have withdrawn it since.
  const chosen = posts.find(({ code }) => code === post)
  const take = (taken: Parameters<typeof form.send>[0]['taken']) => void form.send({ roundId, turn: next.turn, taken })
  return (
    <>
      <fieldset className="my-posts">
        <legend>{text('placement.turn.choose', { count: posts.length })}</legend>
        {posts.map(({ code, employer, kind, left }) => (
          <label key={code} data-chosen={code === post || undefined}>
            <input type="radio" name="my-post" checked={code === post} onChange={() => setPost(code)} />
            <span>
              <b>{code}</b> {employer}
              <small>
                {kindWord(kind, open)} · {text('placement.turn.seats', { left, count: left })}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {form.problem && <ErrorState problem={form.problem} slim />}
      {form.refusal && <MyRefused refusal={form.refusal} />}
      <div className="my-turn-acts">
        <button
          type="button"
          className="solid"
          aria-busy={form.sending}
          disabled={form.sending || !chosen}
          onClick={() => chosen && take({ kind: 'pick', post: chosen.code })}
        >
          {chosen ? text('placement.turn.pick', { post: `${chosen.code} ${chosen.employer}` }) : text('placement.turn.pickNone')}
        </button>
        <button type="button" className="ghost" disabled={form.sending} onClick={() => take({ kind: 'pass' })}>
          {text('placement.turn.pass')}
        </button>
      </div>
      <p className="fine">{text('placement.turn.note')}</p>
    </>
  )
}
