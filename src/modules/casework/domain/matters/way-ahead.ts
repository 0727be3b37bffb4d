import type { Answers } from './answers.ts'
import { holds, type MatterType, type Step } from './matter-type.ts'

/** A step that brings a matter on: neither back, nor brought about by a day, nor closed to what was answered. */
const isForward = (step: Step, answers: Answers): boolean => !(step.isBack || step.lapses !== undefined) && holds(step.when, answers)

const GOOD_ENDS = ['granted', 'handled']

/**
 * The states that lie ahead where all goes well: the shortest way to an end that grants what was asked, the present state
 * left out. Empty where the matter has ended, or no such way leads on.
 */
export function wayAhead(type: MatterType, state: string, answers: Answers): string[] {
  if (type.states[state]?.outcome !== undefined) return []
  const cameFrom = new Map<string, string>()
  const queue = [state]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const outcome = type.states[at]?.outcome
    if (outcome !== undefined) {
      if (GOOD_ENDS.includes(outcome)) return walkBack(cameFrom, state, at)
      continue
    }
    for (const step of Object.values(type.steps)) {
      if (!step.from.includes(at) || step.to === state || cameFrom.has(step.to) || !isForward(step, answers)) continue
      cameFrom.set(step.to, at)
      queue.push(step.to)
    }
  }
  return []
}

function walkBack(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end]
  for (let at = cameFrom.get(end); at !== undefined && at !== start; at = cameFrom.get(at)) way.unshift(at)
  return way
}
