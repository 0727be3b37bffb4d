import highsPackage from 'highs'
import { assignAtLeastCost, type CostEdges, isProvenOptimal } from '../../src/modules/placement/index.ts'
import { type Chance, chance } from '../outbox/chance.ts'

/** Its types speak of the package that `require` gives; what is imported is the loader itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default

/** An assignment as HiGHS reads it: least cost, everybody once (or left out at a price), no post over its seats. */
export function lpOf({ start, post, cost, seats, unplaced }: CostEdges): string {
  const people = start.length - 1
  const byPost: string[][] = Array.from({ length: seats.length }, () => [])
  const [goal, once]: [string[], string[]] = [[], []]
  for (let person = 0; person < people; person += 1) {
    const names = [`u${person}`]
    goal.push(`${unplaced} u${person}`)
    for (let edge = start[person] as number; edge < (start[person + 1] as number); edge += 1) {
      goal.push(`${cost[edge]} x${edge}`)
      names.push(`x${edge}`)
      byPost[post[edge] as number]?.push(`x${edge}`)
    }
    once.push(` p${person}: ${names.join(' + ')} = 1`)
  }
  const full = byPost.flatMap((names, at) => (names.length > 0 ? [` s${at}: ${names.join(' + ')} <= ${seats[at]}`] : []))
  return `Minimize\n obj: ${goal.join('\n + ')}\nSubject To\n${once.join('\n')}\n${full.join('\n')}\nEnd\n`
}

export async function openHighs(): Promise<(edges: CostEdges) => number> {
  const highs = await loadHighs()
  return (edges) => {
    const { Status, ObjectiveValue } = highs.solve(lpOf(edges))
    if (Status !== 'Optimal') throw new Error(`HiGHS says ${Status}`)
    return Math.round(ObjectiveValue)
  }
}

function randomEdges(dice: Chance, most: number): CostEdges {
  const [people, posts] = [1 + dice.below(most), 1 + dice.below(Math.max(1, most / 2))]
  const start = new Int32Array(people + 1)
  const [post, cost]: [number[], number[]] = [[], []]
  const dear = dice.of(0.5) ? 5 : 100_000
  for (let person = 0; person < people; person += 1) {
    for (let one = 0; one < posts; one += 1) {
      if (!dice.of(0.6)) continue
      post.push(one)
      cost.push(dice.below(dear))
    }
    start[person + 1] = post.length
  }
  const seats = Int32Array.from({ length: posts }, () => dice.below(4))
  return { start, post: Int32Array.from(post), cost: Float64Array.from(cost), seats, unplaced: 1 + dice.below(2 * dear) }
}

/** Random instances, some with more people than seats, some where being left out is cheap: the cost is HiGHS's, the proof holds. */
export async function runHighs({
  count,
  seed,
  most,
}: {
  count: number
  seed: number
  most: number
}): Promise<{ tried: number; faults: string[] }> {
  let solve = await openHighs()
  const faults: string[] = []
  for (let at = 0; at < count; at += 1) {
    if (at % 500 === 499) solve = await openHighs()
    const edges = randomEdges(chance(seed + at), most)
    const found = assignAtLeastCost(edges)
    const due = solve(edges)
    if (found.cost !== due) faults.push(`seed ${seed + at}: cost ${found.cost}, HiGHS ${due}`)
    if (!isProvenOptimal(edges, found)) faults.push(`seed ${seed + at}: the proof fails`)
  }
  return { tried: count, faults }
}
