/**
 * P2: points-ranked selection of 1,000,000 people (order by points and lot, serial choice, no-envy check) in at most
 * 0.4 of the time that P1's solve takes on the same lists in the same process.
 *
 * First the answer is compared with a comparison sort and a plain walk at 10,000 and 100,000, and with deferred
 * acceptance where every employer ranks by the one order, which must give the same.
 */
import { type Choices, deferredAcceptance, END, findEnvy, radixOrder, serialChoice, type TwoSides } from '../src/modules/placement/index.ts'
import { market, pointsAndLots } from './support/placement/markets.ts'
import { textbookChoice } from './support/placement/textbook.ts'
import { alternate, mustBeAlike } from './support/placement/timed.ts'
import { print } from './support/promise.ts'

const ROUNDS = 5
const say = (line: string): boolean => process.stdout.write(`P2 ${line}\n`)

const orderOf = ({ points, lots }: { points: Int32Array; lots: Int32Array }): Int32Array =>
  radixOrder(lots, [{ values: points, first: 'more' }])

/** Employers that all rank by the order of the round. */
function rankedByOrder({ start, post, seats }: TwoSides, order: Int32Array): TwoSides {
  const rank = new Int32Array(post.length).fill(-1)
  for (const [turn, person] of order.entries()) {
    for (let edge = start[person] as number; post[edge] !== END; edge += 1) rank[edge] = turn
  }
  return { start, post, rank, seats }
}

function compare(people: number): void {
  const [sides, scores] = [market(people), pointsAndLots(people)]
  const lot = new Map(Array.from(scores.lots, (person, at) => [person, at]))
  const sorted = Array.from(scores.lots).sort(
    (one, other) => (scores.points[other] as number) - (scores.points[one] as number) || (lot.get(one) ?? 0) - (lot.get(other) ?? 0),
  )
  const order = orderOf(scores)
  mustBeAlike(`order of ${people}`, order, sorted)
  const edge = serialChoice({ ...sides, order })
  mustBeAlike(`choice of ${people}`, edge, textbookChoice(sides, sorted))
  mustBeAlike(`deferred acceptance of ${people}`, edge, deferredAcceptance(rankedByOrder(sides, order)).edge)
  say(`${people} people: the answer is that of a comparison sort and a plain walk, and of deferred acceptance by one order`)
}

function measure(people: number): { ours: number; peer: number } {
  const [sides, scores] = [market(people), pointsAndLots(people)]
  const choices: Choices = { ...sides, order: orderOf(scores) }
  const edge = serialChoice(choices)
  if (findEnvy(choices, edge)) throw new Error(`somebody envies at ${people}`)
  const { order, choice, envy, peer } = alternate(ROUNDS, {
    order: () => orderOf(scores),
    choice: () => serialChoice(choices),
    envy: () => findEnvy(choices, edge),
    peer: () => deferredAcceptance(sides),
  })
  const share = (part: number): string => (part / peer).toFixed(2)
  say(`${people} people, in parts of P1's solve: order ${share(order)}, choice ${share(choice)}, no-envy check ${share(envy)}`)
  return { ours: order + choice + envy, peer }
}

compare(10_000)
compare(100_000)
measure(10_000)
measure(100_000)
const { ours, peer } = measure(1_000_000)
print({
  name: 'P2 points-ranked selection with no-envy check, 1,000,000 people, against P1 solve',
  ours,
  peer,
  unit: 'ms',
  ratio: ours / peer,
  promise: { kind: 'at most', bound: 0.4 },
})
