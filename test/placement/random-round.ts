import { createHash } from 'node:crypto'
import {
  type Candidate,
  commitmentOf,
  compositeOf,
  drawLots,
  type Happening,
  isOpenTo,
  type Link,
  linkTo,
  nextTurn,
  type Opening,
  openRound,
  type PlacementRecord,
  type Post,
  pseudonymOf,
  type Rules,
  roundOrder,
  roundOutcome,
  sealRecord,
  seedHashOf,
  startOf,
  stepRound,
} from '../../src/modules/placement/index.ts'
import type { Chance } from '../outbox/chance.ts'

export const WAYS = ['points-ranked', 'exam', 'direct', 'two-way', 'directive'] as const

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const pick = <T>(dice: Chance, of: readonly T[]): T => of[dice.below(of.length)] as T
const some = <T>(dice: Chance, of: readonly T[], share: number): T[] => of.filter(() => dice.of(share))
const hex32 = (dice: Chance): string => Array.from({ length: 64 }, () => dice.below(16).toString(16)).join('')

function shuffled<T>(dice: Chance, of: readonly T[]): T[] {
  const left = [...of]
  return of.map(() => left.splice(dice.below(left.length), 1)[0] as T)
}

const COUNTIES = ['440103', '440104', '440105']
const CODES = ['doctor', 'driver', 'nurse']
const ITEMS = [
  { code: 'year.first12', points: 300 },
  { code: 'year.beyond', points: 400 },
  { code: 'commendation', points: 50 },
  { code: 'hardship.1', points: 5 },
  { code: 'discipline', points: -200 },
]

const START = 1_730_000_000_000

/** Half of the rounds have windows; some so short that lists and rankings come too late. */
function windowsOf(dice: Chance): { windows?: { lists: number; rankings: number } } {
  if (dice.of(0.5)) return {}
  const lists = START + dice.below(40_000)
  return { windows: { lists, rankings: lists + 1 + dice.below(40_000) } }
}

/** Mostly somebody waits for the window; who does not is refused. */
function waitFor(dice: Chance, { rules }: Opening, { kind }: Happening): number {
  const windows = rules.twoWay?.windows
  if (!windows) return 0
  if (kind === 'computed') return windows.rankings
  return kind === 'ranking' && dice.of(0.9) ? windows.lists : 0
}

function rulesOf(dice: Chance, way: Rules['way']): Rules {
  const fate = () => pick(dice, ['end', 'out'] as const)
  const isByTurns = way !== 'two-way' && way !== 'directive'
  const exam = way === 'exam' ? dice.below(101) : 0
  const appraisal = way === 'exam' ? dice.below(101 - exam) : 0
  return {
    way,
    scheme: { version: '2018', items: ITEMS },
    weights: { service: 100 - exam - appraisal, exam, appraisal },
    ties: some(dice, ['serviceMonths', 'bornOn'], 0.6).map((by) => ({ by, first: pick(dice, ['more', 'less'] as const) })),
    ...(isByTurns ? { turn: { clockSeconds: dice.below(3), onPass: fate(), onAbsent: fate() } } : {}),
    ...(way === 'two-way'
      ? { twoWay: { mostListed: 1 + dice.below(5), silentEmployer: pick(dice, ['by-order', 'nobody'] as const), ...windowsOf(dice) } }
      : {}),
    ...(way === 'directive'
      ? {
          cost: { perKilometre: dice.below(4), misfit: dice.below(20), hardshipPerKilometre: dice.below(2), unplaced: 1 + dice.below(200) },
        }
      : {}),
    apportionments: [],
  }
}

/** Few different scores, so that ties and lots have work to do. */
function candidateOf(dice: Chance, { rules, salt, posts }: { rules: Rules; salt: string; posts: readonly Post[] }): Candidate {
  const lines = some(dice, ITEMS, 0.5).map(({ code, points }) => {
    const quantity = 1 + dice.below(3)
    return { item: code, quantity, points: quantity * points }
  })
  const marks = {
    service: lines.reduce((sum, { points }) => sum + points, 0),
    exam: rules.weights.exam > 0 ? 100 * dice.below(5) : 0,
    appraisal: rules.weights.appraisal > 0 ? 100 * dice.below(5) : 0,
  }
  const isByTurns = rules.turn !== undefined
  return {
    pseudonym: pseudonymOf(sha256, { round: 'random', person: salt, salt }),
    lines,
    marks,
    composite: compositeOf(rules, { marks }),
    facts: { serviceMonths: 24 + dice.below(3), bornOn: 19_800_101 + dice.below(2) },
    home: pick(dice, COUNTIES),
    places: pick(dice, [['440103'], ['440104'], ['4401'], ['44'], [''], ['440103', '440105']]),
    codes: some(dice, CODES, 0.5),
    hardship: dice.below(3),
    ...(isByTurns && dice.of(0.3)
      ? {
          proxy: shuffled(
            dice,
            some(
              dice,
              posts.map(({ id }) => id),
              0.6,
            ),
          ),
        }
      : {}),
  }
}

function postOf(dice: Chance, way: Rules['way'], at: number): Post {
  const place = pick(dice, COUNTIES)
  return {
    id: `p${at}`,
    employer: `单位${at}`,
    kind: pick(dice, ['institution', 'central-soe', 'local-soe']),
    seats: 1 + dice.below(3),
    place,
    scope: dice.of(0.3) ? '4401' : place,
    requires: dice.of(0.2) ? [some(dice, CODES, 0.6)].filter((group) => group.length > 0) : [],
    wishes: some(dice, CODES, 0.3),
    ...(way === 'direct' || dice.of(0.1) ? { reservedFor: pick(dice, CODES) } : {}),
  }
}

/** An opening of a way, fit to be committed to; up to `most` people and as many posts. */
export function randomOpening(dice: Chance, { way, most, seed }: { way: Rules['way']; most: number; seed: string }): Opening {
  const rules = rulesOf(dice, way)
  const posts = Array.from({ length: 1 + dice.below(most) }, (_, at) => postOf(dice, way, at))
  const candidates = Array.from({ length: 1 + dice.below(most) }, () => candidateOf(dice, { rules, salt: hex32(dice), posts }))
  const distances = COUNTIES.flatMap((from) => COUNTIES.filter((to) => to !== from).map((to) => ({ from, to, metres: dice.below(30_000) })))
  return {
    format: 'guidui-placement-opening/1',
    round: { id: 'random', title: '随机一场', bureau: '440100', year: 2024, season: 'autumn' },
    committedOn: '2024-11-01' as Opening['committedOn'],
    rules,
    candidates,
    posts,
    distances: way === 'directive' ? distances : [],
    draw: { source: '双色球 2024130 期', on: '2024-11-10' as Opening['committedOn'] },
    seedHash: seedHashOf(sha256, seed),
  }
}

type Round = ReturnType<typeof openRound>

const REASON = { reason: '照章办理', article: '安置 34' }

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
