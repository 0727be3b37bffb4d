import {
  type Candidate,
  commitmentOf,
  drawLots,
  type Happening,
  isOpenTo,
  type Link,
  linkTo,
  nextTurn,
  type Opening,
  openRound,
  type PlacementRecord,
  type Rules,
  roundOrder,
  roundOutcome,
  sealRecord,
  startOf,
  stepRound,
} from '../../src/modules/placement/index.ts'
import type { Chance } from '../outbox/chance.ts'
import { hex32, pick, randomOpening, START, sha256, shuffled } from './random-opening.ts'

type Round = ReturnType<typeof openRound>

const REASON = { reason: '照章办理', article: '安置 34' }

/** Mostly somebody waits for the window; who does not is refused. */
function waitFor(dice: Chance, { rules }: Opening, { kind }: Happening): number {
  const windows = rules.twoWay?.windows
  if (!windows) return 0
  if (kind === 'computed') return windows.rankings
  return kind === 'ranking' && dice.of(0.9) ? windows.lists : 0
}

/** What might happen next in a room: mostly a turn as it should be, now and then something else. */
function nextInRoom(dice: Chance, round: Extract<Round, { kind: 'turns' }>): Happening {
  const { turns } = round
  const supervisor = '监督员'
  if (turns.phase === 'before') return { kind: 'opened', supervisor }
  if (turns.phase === 'paused') return { kind: 'resumed' }
  const last = turns.taken.at(-1)
  if (last && dice.of(0.1)) return { kind: 'undo', undoes: last.seq, reason: '误点', supervisor }
  if (dice.of(0.05)) return { kind: 'paused', reason: '停电' }
  if (dice.of(0.04)) return { kind: 'post-withdrawn', post: pick(dice, [...turns.posts.keys()]), ...REASON }
  if (dice.of(0.04)) return { kind: 'candidate-removed', candidate: pick(dice, turns.order), ...REASON }
  const next = nextTurn(turns)
  if (!next) return { kind: 'closed' }
  const list = turns.people.get(next.candidate)?.proxy
  const first = list?.find((post) => next.open.includes(post))
  if (list && dice.of(0.6))
    return first === undefined ? { kind: 'pass', by: 'list', ...next } : { kind: 'pick', by: 'list', post: first, ...next }
  if (dice.of(0.1)) return { kind: 'absent', ...next }
  if (next.open.length === 0 || dice.of(0.15)) return { kind: 'pass', by: pick(dice, ['self', 'clock'] as const), ...next }
  return { kind: 'pick', by: 'self', post: pick(dice, next.open), ...next }
}

/** Everything that comes to a desk, lists and rankings with gaps and equals. */
function deskScript(dice: Chance, { rules, candidates, posts }: Opening): Happening[] {
  const open = (candidate: Candidate): string[] => posts.filter((post) => isOpenTo(post, candidate)).map(({ id }) => id)
  const lists = candidates.flatMap((candidate): Happening[] =>
    dice.of(0.9)
      ? [{ kind: 'list', candidate: candidate.pseudonym, posts: shuffled(dice, open(candidate)).slice(0, rules.twoWay?.mostListed) }]
      : [],
  )
  const rankings = posts.flatMap((post): Happening[] => {
    const people = shuffled(
      dice,
      candidates.filter((one) => isOpenTo(post, one) && dice.of(0.8)).map(({ pseudonym }) => pseudonym),
    )
    const tiers: string[][] = []
    for (const person of people) {
      if (tiers.length === 0 || dice.of(0.7)) tiers.push([person])
      else tiers.at(-1)?.push(person)
    }
    return dice.of(0.8) ? [{ kind: 'ranking', post: post.id, tiers }] : []
  })
  const odd: Happening[] = [
    ...(dice.of(0.2) ? [{ kind: 'post-withdrawn' as const, post: pick(dice, posts).id, ...REASON }] : []),
    ...(dice.of(0.2) ? [{ kind: 'candidate-removed' as const, candidate: pick(dice, candidates).pseudonym, ...REASON }] : []),
  ]
  const isInOrder = rules.twoWay?.windows !== undefined && dice.of(0.8)
  const said = rules.way === 'two-way' ? [...lists, ...rankings, ...odd] : odd
  const came = isInOrder ? [...shuffled(dice, [...lists, ...odd]), ...shuffled(dice, rankings)] : shuffled(dice, said)
  const deviations =
    rules.way === 'directive' && dice.of(0.3)
      ? [{ kind: 'deviation' as const, candidate: pick(dice, candidates).pseudonym, ...REASON }]
      : []
  return [{ kind: 'opened', supervisor: '监督员' }, ...came, { kind: 'computed' }, ...deviations, { kind: 'closed' }]
}

/** Plays a round to its end. What the engine refuses (a list that names a withdrawn post …) leaves no link. */
function play(dice: Chance, { round, opening, start }: { round: Round; opening: Opening; start: string }): Link[] {
  const links: Link[] = []
  const script = round.kind === 'desk' ? deskScript(dice, opening) : []
  let at = START
  for (let step = 0; links.at(-1)?.what.kind !== 'closed'; step += 1) {
    const what = round.kind === 'desk' ? script[step] : nextInRoom(dice, round)
    if (!what) throw new Error(`a round came to no end after ${links.at(-1)?.what.kind}`)
    at = Math.max(at + dice.below(3000), waitFor(dice, opening, what))
    if (!stepRound(round, { at, what }).ok) continue
    links.push(linkTo(sha256, links.at(-1)?.hash ?? start, { seq: links.length + 1, at, what }))
  }
  return links
}

export interface PlayedRound {
  readonly record: PlacementRecord
  /** As it was published before the draw. */
  readonly commitment: string
}

/** A whole round by chance: committed, drawn, played, sealed. The same dice, the same bytes. */
export function randomRound(dice: Chance, { way, most }: { way: Rules['way']; most: number }): PlayedRound {
  const seed = hex32(dice)
  const opening = randomOpening(dice, { way, most, seed })
  return finishRound(dice, opening, { seed, value: `${dice.below(33)} ${dice.below(33)} + ${dice.below(16)}` })
}

export function finishRound(dice: Chance, opening: Opening, drawn: PlacementRecord['drawn']): PlayedRound {
  const commitment = commitmentOf(sha256, opening)
  const lots = drawLots(
    sha256,
    opening.candidates.map(({ pseudonym }) => pseudonym),
    drawn,
  )
  const order = roundOrder(opening, lots)
  const round = openRound(opening, order)
  const links = play(dice, { round, opening, start: startOf(sha256, { commitment, drawn }) })
  const outcome = roundOutcome(round)
  if (!outcome) throw new Error('a round without an outcome')
  return { record: sealRecord(sha256, { opening, commitment, drawn, lots, order, links, outcome }), commitment }
}
