import { secondInChina } from '../../../../kernel/china-time.ts'
import type { Text } from '../../../../ui/text/use-text.ts'
import type { Board } from '../../contract-board.ts'
import type { openRoundMessages } from './messages-open.ts'

export type OpenText = Text<(typeof openRoundMessages)['keys'][number]>

/** 900000 → 90.00: ten-thousandths of a point as people read points; more digits only where they say something. */
export function points(composite: number): string {
  const text = (composite / 10_000).toFixed(4)
  return text.replace(/(\.\d\d\d?)0+$/, '$1').replace(/(\.\d\d)0$/, '$1')
}

/** Whose round it is and which; whoever named it after the place already is not made to say it twice. */
export const titleWithPlace = ({ unitName, title }: Pick<Board, 'unitName' | 'title'>): string =>
  title.startsWith(unitName) ? title : `${unitName} ${title}`

const two = (value: number): string => String(value).padStart(2, '0')

/** 01:41 */
export const minutes = (seconds: number): string => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`

/** 10:43:35 in China, whatever the screen believes. */
export const clock = (at: number): string => secondInChina(at).slice(11)

const KINDS = ['institution', 'central-soe', 'local-soe', 'civil-servant', 'special'] as const

export const kindWord = (kind: string, text: OpenText): string => text(`placement.kind.${KINDS.find((one) => one === kind) ?? 'special'}`)

/** Seats of each kind of post, in the order of the table, with how many are left. */
export function seatsByKind(posts: Board['posts']): { kind: string; all: number; left: number }[] {
  return KINDS.map((kind) => {
    const own = posts.filter((post) => post.kind === kind)
    return { kind, all: own.reduce((sum, { seats }) => sum + seats, 0), left: own.reduce((sum, { left }) => sum + left, 0) }
  }).filter(({ all }) => all > 0)
}

const DID = [
  'opened',
  'paused',
  'resumed',
  'pick',
  'pick-list',
  'pass',
  'pass-list',
  'pass-clock',
  'absent',
  'undo',
  'post-withdrawn',
  'candidate-removed',
  'closed',
  'list',
  'ranking',
  'computed',
  'deviation',
] as const

/** What a link says, in words. */
export function didWord({ kind, reason }: { kind: string; reason: string | null }, text: OpenText): string {
  const known = DID.find((one) => one === kind)
  return known ? text(`placement.did.${known}`, { reason: reason ?? '' }) : kind
}

/** A hash in groups of four, as people read it aloud. */
export const grouped = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? hash
