import type { z } from 'zod'
import type { seeMyPlacement, seeMyRounds } from '../../../modules/placement/contract.ts'

type Placement = z.output<(typeof seeMyPlacement)['output']>['placements'][number]
type Round = z.output<(typeof seeMyRounds)['output']>['rounds'][number]

/** What placement asks of a person now. */
export type Call =
  /** The own score stands and is to be confirmed, or objected to. */
  | { readonly kind: 'score'; readonly year: number }
  /** A two-way round is open, and no list has been handed in. */
  | { readonly kind: 'list'; readonly roundId: string; readonly title: string; readonly until: string }
  /** The order of a round is drawn, and one has not picked yet; `isTurn`: everybody waits for one's pick. */
  | { readonly kind: 'pick'; readonly roundId: string; readonly title: string; readonly position: number; readonly isTurn: boolean }

export type CallingPlacement = Pick<Placement, 'year'> & { readonly can: Pick<Placement['can'], 'confirm'> }
export type CallingRound = Pick<Round, 'roundId' | 'title' | 'way' | 'position' | 'outcome' | 'list'> & {
  /** Not said by a server of before. */
  readonly isTurn?: boolean
  readonly lists: Pick<NonNullable<Round['lists']>, 'isOpen' | 'until'> | null
}

/** The answer of `mine.placement`; undefined where it is not what the contract promises. */
export function readPlacements(value: unknown): readonly CallingPlacement[] | undefined {
  const placements = listIn(value, 'placements')
  const isWhole = placements?.every((one) => typeof one['year'] === 'number' && typeof partOf(one, 'can')?.['confirm'] === 'boolean')
  return isWhole ? (placements as unknown as CallingPlacement[]) : undefined
}

/** The answer of `mine.rounds`; undefined where it is not what the contract promises. */
export function readRounds(value: unknown): readonly CallingRound[] | undefined {
  const rounds = listIn(value, 'rounds')
  const isWhole = rounds?.every((one) => typeof one['roundId'] === 'string' && typeof one['title'] === 'string' && 'lists' in one)
  return isWhole ? (rounds as unknown as CallingRound[]) : undefined
}

/**
 * What is asked, what cannot be made good later first: picks, lists, then scores. A directed round asks nothing. Who let the
 * first turn go by is asked again once the second has come.
 */
export function callsOf(placements: readonly CallingPlacement[], rounds: readonly CallingRound[]): readonly Call[] {
  const picks = rounds.flatMap(({ roundId, title, way, position, outcome, isTurn = false }): Call[] =>
    way === 'points-ranked' && position !== null && (outcome === null || isTurn)
      ? [{ kind: 'pick', roundId, title, position, isTurn }]
      : [],
  )
  const lists = rounds.flatMap(({ roundId, title, lists: handIn, list }): Call[] =>
    handIn?.isOpen === true && list === null ? [{ kind: 'list', roundId, title, until: handIn.until }] : [],
  )
  const scores = placements.flatMap(({ year, can }): Call[] => (can.confirm ? [{ kind: 'score', year }] : []))
  return [...picks, ...lists, ...scores]
}

type Part = Readonly<Record<string, unknown>>

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

function partOf(whole: unknown, name: string): Part | undefined {
  const part = isPart(whole) ? whole[name] : undefined
  return isPart(part) ? part : undefined
}

function listIn(whole: unknown, name: string): readonly Part[] | undefined {
  const list = partOf(whole, name)
  return Array.isArray(list) && list.every(isPart) ? list : undefined
}
