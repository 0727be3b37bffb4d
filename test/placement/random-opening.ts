import { createHash } from 'node:crypto'
import {
  type Candidate,
  compositeOf,
  type Opening,
  type Post,
  pseudonymOf,
  type Rules,
  seedHashOf,
} from '../../src/modules/placement/index.ts'
import type { Chance } from '../outbox/chance.ts'

export const WAYS = ['points-ranked', 'exam', 'direct', 'two-way', 'directive'] as const

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export const pick = <T>(dice: Chance, of: readonly T[]): T => of[dice.below(of.length)] as T
const some = <T>(dice: Chance, of: readonly T[], share: number): T[] => of.filter(() => dice.of(share))
export const hex32 = (dice: Chance): string => Array.from({ length: 64 }, () => dice.below(16).toString(16)).join('')

export function shuffled<T>(dice: Chance, of: readonly T[]): T[] {
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

export const START = 1_730_000_000_000

/** Half of the rounds have windows; some so short that lists and rankings come too late. */
function windowsOf(dice: Chance): { windows?: { lists: number; rankings: number } } {
  if (dice.of(0.5)) return {}
  const lists = START + dice.below(40_000)
  return { windows: { lists, rankings: lists + 1 + dice.below(40_000) } }
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
