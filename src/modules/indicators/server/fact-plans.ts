import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import { compileMeasures } from '../domain/measures.ts'
import { definitions } from './definitions.ts'
import { readSubject, type StreamedFact } from './fact-stream.ts'
import { ERAS } from './grouped-facts.ts'

/** What the facts of one subject add to: numbers of measures, and of measures of distinct persons. */
export interface Plan {
  readonly sums: readonly number[]
  readonly turnouts: readonly number[]
  readonly distinct: readonly number[]
}

export interface PlanTable {
  /** The number of the plan for a fact. */
  readonly indexOf: (fact: StreamedFact) => number
  readonly planAt: (plan: number) => Plan
  /** Names of measures by their numbers; those of distinct persons are numbered for themselves. */
  readonly measures: readonly string[]
  readonly distinctMeasures: readonly string[]
}

const measuresOf = compileMeasures(definitions)
const ORIGIN = '2000-01-01' as PlainDate

const BOUNDARIES = ERAS.map((day) => ({ day, days: daysBetween(ORIGIN, day as PlainDate) }))

const BEFORE_ALL = '0001-01-01'

/** The number of a name, given in the order of asking. */
function numberIn(names: string[], name: string): number {
  const at = names.indexOf(name)
  return at === -1 ? names.push(name) - 1 : at
}

/** Reads the definitions once a subject and era, so that a fact costs one look-up. */
export function makePlanTable(): PlanTable {
  const plans: Plan[] = []
  const [measures, distinctMeasures]: [string[], string[]] = [[], []]
  const eras = Array.from({ length: BOUNDARIES.length + 1 }, () => new Map<string, number>())
  const planOf = (fact: StreamedFact, era: number): Plan => {
    const { kind, dimensions } = readSubject(fact)
    const measured = measuresOf(kind, dimensions, BOUNDARIES[era - 1]?.day ?? BEFORE_ALL)
    const named = (...forms: string[]) => measured.filter(({ form }) => forms.includes(form)).map(({ measure }) => measure)
    return {
      sums: named('sum', 'stock').map((measure) => numberIn(measures, measure)),
      turnouts: named('turnouts').map((measure) => numberIn(measures, measure)),
      distinct: named('distinct').map((measure) => numberIn(distinctMeasures, measure)),
    }
  }
  const indexOf = (fact: StreamedFact): number => {
    let era = 0
    while (era < BOUNDARIES.length && (BOUNDARIES[era]?.days ?? 0) <= fact.day) era += 1
    const known = eras[era]
    const found = known?.get(fact.subject)
    if (found !== undefined) return found
    const index = plans.push(planOf(fact, era)) - 1
    known?.set(fact.subject, index)
    return index
  }
  const planAt = (plan: number): Plan => plans[plan] ?? { sums: [], turnouts: [], distinct: [] }
  return { indexOf, planAt, measures, distinctMeasures }
}
