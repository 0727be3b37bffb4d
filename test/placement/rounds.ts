import { findOpeningFault, PlacementRecord, type Rules, sentenceOf, verifyRecord } from '../../src/modules/placement/index.ts'
import { chance } from '../outbox/chance.ts'
import { WAYS } from './random-opening.ts'
import { randomRound } from './random-round.ts'

export interface RoundsReport {
  readonly rounds: number
  readonly links: number
  readonly people: number
  /** The first that engine and verifier do not see alike, with its seed. */
  readonly differences: readonly string[]
}

const wayOf = (at: number): Rules['way'] => WAYS[at % WAYS.length] ?? 'points-ranked'

/** Plays rounds of every way by the engine; the verifier computes each again out of its text and must find nothing. */
export function runRounds({ rounds, seed, most }: { rounds: number; seed: number; most: number }): RoundsReport {
  const differences: string[] = []
  let [links, people] = [0, 0]
  for (let at = 0; at < rounds; at += 1) {
    const { record, commitment } = randomRound(chance(seed + at), { way: wayOf(at), most })
    const fault = findOpeningFault(record.opening)
    if (fault) differences.push(`seed ${seed + at}: an opening has the fault ${fault.code}`)
    const verdict = verifyRecord(JSON.stringify(record), { commitment })
    const [first] = verdict.findings
    if (first) differences.push(`seed ${seed + at}, ${record.opening.rules.way}: ${sentenceOf(first).en}`)
    if (at % 100 === 0 && !PlacementRecord.safeParse(record).success) differences.push(`seed ${seed + at}: not of the schema`)
    links += verdict.links
    people += verdict.people
  }
  return { rounds, links, people, differences }
}
