import type { TwoWayRules } from '../../contract-computed.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import type { Desk } from '../../domain/engine/desk/desk.ts'
import type { DeskRefusal } from '../../domain/engine/desk/take-desk-step.ts'
import type { Happening } from '../../domain/record/events.ts'

const STATE_OF = { before: 'drawn', running: 'open', closed: 'closed' } as const

/** The first post that somebody may not list, or is not there. */
const postOf = (desk: Desk, what: Happening): string => {
  if (what.kind === 'list') return what.posts.find((post) => !desk.posts.has(post) || desk.withdrawn.has(post)) ?? what.posts[0] ?? ''
  return 'post' in what ? (what.post ?? '') : ''
}

/** What the engine answered, as whoever asked is told it. */
export function deskRefusal(
  desk: Desk,
  { refusal, what, windows }: { refusal: DeskRefusal; what: Happening; windows: TwoWayRules | undefined },
): RoundRefusal {
  switch (refusal) {
    case 'not-opened':
    case 'already-opened':
    case 'already-closed':
      return { code: 'wrong-state', state: STATE_OF[desk.phase] }
    case 'not-of-this-way':
      return { code: 'wrong-way' }
    case 'post-is-not-open':
      return { code: 'post-not-open', post: postOf(desk, what) }
    case 'list-too-long':
      return { code: 'list-too-long', most: desk.opening.rules.twoWay?.mostListed ?? 0 }
    case 'list-window-over':
    case 'ranking-window-over':
    case 'lists-still-open':
    case 'windows-still-open':
      return windowRefusal(refusal, windows)
    case 'clock-went-back':
    case 'costs-overflow':
      throw new Error(`nobody is told this: ${refusal}`)
    default:
      return { code: refusal }
  }
}

function windowRefusal(
  refusal: 'list-window-over' | 'ranking-window-over' | 'lists-still-open' | 'windows-still-open',
  windows: TwoWayRules | undefined,
): RoundRefusal {
  if (!windows) throw new Error('a window of a round that has none')
  const { listsUntil, rankingsUntil } = windows
  switch (refusal) {
    case 'list-window-over':
      return { code: 'window-over', what: 'lists', on: listsUntil }
    case 'ranking-window-over':
      return { code: 'window-over', what: 'rankings', on: rankingsUntil }
    case 'lists-still-open':
      return { code: 'window-open', what: 'lists', until: listsUntil }
    case 'windows-still-open':
      return { code: 'window-open', what: 'rankings', until: rankingsUntil }
  }
}
