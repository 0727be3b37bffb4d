import { useText } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import { openRoundMessages } from './messages-open.ts'
import { kindWord, seatsByKind } from './words-of-board.ts'

/** Nobody scrolls the screen of a room: what can still be had comes before what has gone. */
const openFirst = (posts: Board['posts']): Board['posts'] => [
  ...posts.filter(({ left }) => left > 0),
  ...posts.filter(({ left }) => left === 0),
]

/** Seats as squares: full is free, outlined is taken. Below, the posts by name. */
export function HallPosts({ posts }: { posts: Board['posts'] }) {
  const text = useText(openRoundMessages)
  const [all, left] = [posts.reduce((sum, post) => sum + post.seats, 0), posts.reduce((sum, post) => sum + post.left, 0)]
  return (
    <section className="posts">
      <h2>
        {text('placement.hall.left')} <b>{left}</b> <small>{text('placement.hall.of', { seats: all })}</small>
      </h2>
      {seatsByKind(posts).map((kind) => (
        <div key={kind.kind} className="kind">
          <p className="kt">
            <span>{kindWord(kind.kind, text)}</span>
            <b>{kind.left}</b>
            <small>/ {kind.all}</small>
          </p>
          <div
            className="dots"
            role="img"
            aria-label={text('placement.hall.squares', { kind: kindWord(kind.kind, text), all: kind.all, left: kind.left })}
          >
            {Array.from({ length: kind.all }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: squares are counted, none has a name
              <i key={at} className={at < kind.all - kind.left ? 'gone' : ''} />
            ))}
          </div>
        </div>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ul className="post-names" tabIndex={0} aria-label={text('placement.hall.posts')}>
        {openFirst(posts).map((post) => (
          <li key={post.code} data-gone={post.left === 0 || undefined}>
            <span>
              <i>{post.code}</i> {post.employer}
            </span>
            <b>{post.left}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
