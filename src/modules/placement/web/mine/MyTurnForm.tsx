import { useState } from 'react'
import type { z } from 'zod'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import type { takeMyTurn } from '../../contract-receipts.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { kindWord } from '../open/words-of-board.ts'
import { turnMessages } from './messages-turn.ts'

export type Taken = z.input<(typeof takeMyTurn)['input']>['taken']

interface Given {
  board: Board
  next: NonNullable<Board['next']>
  sending: boolean
  take: (taken: Taken) => void
}

/** The own turn: one post of those that are open, confirmed by a button that names it; or a pass. */
export function MyTurnForm({ board, next, sending, take }: Given) {
  const [text, open] = [useText(turnMessages), useText(openRoundMessages)]
  const [post, setPost] = useState<string>()
  const posts = board.posts.filter(({ code }) => next.open.includes(code))
  // Somebody may have withdrawn it since.
  const chosen = posts.find(({ code }) => code === post)
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
      <p role="status">{sending && text('placement.turn.sending')}</p>
      <div className="my-turn-acts">
        <button
          type="button"
          className="solid"
          aria-busy={sending}
          disabled={sending || !chosen}
          onClick={() => chosen && take({ kind: 'pick', post: chosen.code })}
        >
          {chosen ? text('placement.turn.pick', { post: `${chosen.code} ${chosen.employer}` }) : text('placement.turn.pickNone')}
        </button>
        <button type="button" className="ghost" disabled={sending} onClick={() => take({ kind: 'pass' })}>
          {text('placement.turn.pass')}
        </button>
      </div>
      <p className="fine">{text('placement.turn.note')}</p>
    </>
  )
}
