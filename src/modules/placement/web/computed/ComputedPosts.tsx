import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ComputedPage as Computed } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { kindWord } from '../open/words-of-board.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { computedMessages } from './messages-computed.ts'

/** Every post: who listed it, whether its employer has ranked, how many of its seats are held. */
export function ComputedPosts({ round }: { round: Computed }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  const seats = round.posts.reduce((sum, post) => sum + post.seats, 0)
  const held = round.posts.reduce((sum, post) => sum + post.held, 0)
  return (
    <Panel title={text('placement.round.posts')} count={text('placement.round.seatsLeft', { left: seats - held, seats })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ul className="round-lines" tabIndex={0} aria-label={text('placement.round.posts')}>
        {round.posts.map((post) => (
          <li key={post.code} data-gone={post.isWithdrawn || undefined}>
            <b>{post.code}</b>
            <span>
              {post.employer} <small className="faint">{kindWord(post.kind, open)}</small>
            </span>
            <Standing post={post} round={round} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Standing({ post, round }: { post: Computed['posts'][number]; round: Computed }) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  if (post.isWithdrawn) return <span>{text('placement.round.withdrawn')}</span>
  return (
    <span>
      {words('placement.computed.held', { held: post.held, seats: post.seats })}
      {post.listed !== null && <small className="round-note">{words('placement.computed.postListed', { count: post.listed })}</small>}
      {round.twoWay && post.listed !== null && (
        <small className="round-note">{words(post.isRanked ? 'placement.computed.ranked' : 'placement.computed.notRanked')}</small>
      )}
    </span>
  )
}
