import type { TestProject } from 'vitest/node'
import { clockAt, systemClock } from '../../src/platform/clock/clock.ts'
import { type Demo, loadDemoOnce } from './load-demo-once.ts'

/** What the journeys ask for. Another one is loaded when it is asked for. */
const DEMOS: readonly Demo[] = [
  { people: 600, clock: systemClock },
  { people: 1_200, clock: systemClock },
  { people: 3_000, clock: systemClock },
  { people: 6_000, clock: systemClock },
  { people: 600, clock: clockAt('2026-05-11T01:30:00Z') },
  { people: 1_200, clock: clockAt('2026-05-11T01:30:00Z') },
  { people: 6_000, clock: clockAt('2026-06-10T01:00:00Z') },
]

/** One makes rows while the database takes those of the other. */
const AT_ONCE = 2

/**
 * Every demo before the first journey: pages hear of facts in the order of their transactions, so that one which loads a
 * demo would keep the live pages of all other journeys waiting. A run of a few files (GUIDUI_WHOLE_RUN left out) loads what they ask for.
 */
export async function setup(project: TestProject): Promise<void> {
  if (process.env['GUIDUI_WHOLE_RUN'] === undefined) return
  const { testServer } = project.getProvidedContext()
  const waiting = [...DEMOS]
  const work = async (): Promise<void> => {
    for (let demo = waiting.shift(); demo; demo = waiting.shift()) await loadDemoOnce(testServer, demo)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
