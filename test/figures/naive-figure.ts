import { type RegionCode, rangeOf } from '../../src/kernel/region-code.ts'
import type { ToldFact } from './told-facts.ts'

/** An indicator's definition as its file says it; the oracle reads the file and shares no code with the store. */
export interface FiledIndicator {
  readonly code: string
  readonly formula: {
    readonly form: string
    readonly kind?: string
    readonly where?: Readonly<Record<string, readonly string[]>>
    readonly over?: string
    readonly under?: string
    readonly per?: number
  }
}

interface Question {
  readonly code: string
  readonly place: string
  readonly from: string
  readonly to: string
}

function chosen(facts: readonly ToldFact[], { formula }: FiledIndicator, { place, from, to }: Question): ToldFact[] {
  const { lo, hi } = rangeOf(place as RegionCode)
  return facts.filter(
    (fact) =>
      fact.kind === formula.kind &&
      fact.unit >= lo &&
      fact.unit < hi &&
      fact.on <= to &&
      (formula.form === 'stock' || fact.on >= from) &&
      Object.entries(formula.where ?? {}).every(([dimension, words]) => words.includes(fact.dimensions[dimension] ?? '')),
  )
}

/** Persons with more facts than corrections at some unit in some month. */
function countPersons(facts: readonly ToldFact[]): number {
  const nets = new Map<string, number>()
  for (const fact of facts) {
    for (const person of fact.persons) {
      const key = [person, fact.unit, fact.on.slice(0, 7)].join(' ')
      nets.set(key, (nets.get(key) ?? 0) + fact.quantity)
    }
  }
  return new Set([...nets].flatMap(([key, net]) => (net > 0 ? [key.split(' ')[0]] : []))).size
}

/** A figure as anyone would count it by hand, going through every fact. Null where a ratio has nothing below its line. */
export function naiveFigure(facts: readonly ToldFact[], indicators: readonly FiledIndicator[], question: Question): number | null {
  const indicator = indicators.find(({ code }) => code === question.code)
  if (!indicator) throw new Error(`no indicator ${question.code}`)
  const { form, over, under, per } = indicator.formula
  if (form === 'ratio') {
    const above = naiveFigure(facts, indicators, { ...question, code: over ?? '' }) ?? 0
    const below = naiveFigure(facts, indicators, { ...question, code: under ?? '' }) ?? 0
    return below === 0 ? null : (above / below) * (per ?? 1)
  }
  const counted = chosen(facts, indicator, question)
  if (form === 'distinct') return countPersons(counted)
  return counted.reduce((sum, fact) => sum + fact.quantity * (form === 'turnouts' ? fact.persons.length : 1), 0)
}
