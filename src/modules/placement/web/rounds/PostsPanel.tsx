import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { RoundPage as Round } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { kindWord } from '../open/words-of-board.ts'
import { roundMessages } from './messages-rounds.ts'

/** Every post of the round and what is left of it. */
export function PostsPanel({ round }: { round: Round }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const left = round.posts.reduce((sum, post) => sum + post.left, 0)
  const seats = round.posts.reduce((sum, post) => sum + post.seats, 0)
  return (
    <Panel title={text('placement.round.posts')} count={text('placement.round.seatsLeft', { left, seats })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ul className="round-lines" tabIndex={0} aria-label={text('placement.round.posts')}>
        {round.posts.map((post) => (
          <li key={post.code} data-gone={post.left === 0 || undefined}>
            <b>{post.code}</b>
            <span>
              {post.employer} <small className="faint">{kindWord(post.kind, open)}</small>
            </span>
            <span>
              {post.withdrawn
                ? text('placement.round.withdrawn')
                : text('placement.round.seatsLeft', { left: post.left, seats: post.seats })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
