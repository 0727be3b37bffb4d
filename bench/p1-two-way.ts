/**
 * P1: two-way selection (deferred acceptance with quotas, and its certificate) of 1,000,000 people, ten posts listed
 * each: solve at most 25 times, certificate at most twice the time of one sequential pass over both edge arrays in the
 * same process; the time of a proposal grows at most twofold from 100,000 to 1,000,000.
 *
 * First the answer is compared with the textbook's at 10,000 and 100,000, and its certificate looked at in every size.
 */
import { deferredAcceptance, findBlockingPair, type TwoSides } from '../src/modules/placement/index.ts'
import { market } from './support/placement/markets.ts'
import { textbookMatching } from './support/placement/textbook.ts'
import { alternate, mustBeAlike } from './support/placement/timed.ts'
import { print } from './support/promise.ts'

const ROUNDS = 5
const say = (line: string): boolean => process.stdout.write(`P1 ${line}\n`)

/** What reading every edge once costs; the sum keeps it from being left out. */
function pass({ post, rank }: TwoSides): number {
  let sum = 0
  for (let edge = 0; edge < post.length; edge += 1) sum = (sum + (post[edge] as number) + (rank[edge] as number)) | 0
  return sum
}

function measure(people: number): { floor: number; solve: number; check: number; perProposal: number } {
  const sides = market(people)
  const matching = deferredAcceptance(sides)
  if (findBlockingPair(sides, matching)) throw new Error(`not stable at ${people}`)
  const { floor, solve, check } = alternate(ROUNDS, {
    floor: () => pass(sides),
    solve: () => deferredAcceptance(sides),
    check: () => findBlockingPair(sides, matching),
  })
  const perProposal = (1e6 * solve) / matching.proposals
  say(
    `${people} people: ${matching.proposals} proposals, solve ${(solve / floor).toFixed(1)} passes, certificate ${(check / floor).toFixed(2)} passes, ${perProposal.toFixed(0)} ns a proposal`,
  )
  return { floor, solve, check, perProposal }
}

for (const people of [10_000, 100_000]) {
  const sides = market(people)
  mustBeAlike(`${people} people`, deferredAcceptance(sides).edge, textbookMatching(sides))
  say(`${people} people: the answer is the textbook’s`)
}
measure(10_000)
const small = measure(100_000)
const large = measure(1_000_000)
print({
  name: 'P1 solve, 1,000,000 people, against one pass over the edges',
  ours: large.solve,
  peer: large.floor,
  unit: 'ms',
  ratio: large.solve / large.floor,
  promise: { kind: 'at most', bound: 25 },
})
print({
  name: 'P1 certificate, 1,000,000 people, against one pass over the edges',
  ours: large.check,
  peer: large.floor,
  unit: 'ms',
  ratio: large.check / large.floor,
  promise: { kind: 'at most', bound: 2 },
})
print({
  name: 'P1 a proposal at 1,000,000 people against one at 100,000',
  ours: large.perProposal,
  peer: small.perProposal,
  unit: 'ns',
  ratio: large.perProposal / small.perProposal,
  promise: { kind: 'at most', bound: 2 },
})
