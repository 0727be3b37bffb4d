import { type RegionCode, rangeOf } from '../../src/kernel/region-code.ts'
import type { FiledIndicator } from './naive-figure.ts'
import type { ToldFact } from './told-facts.ts'

/** A formula of a form that is worked out, as its file says it. */
interface DerivedFormula {
  readonly form: string
  readonly of?: string
  readonly to?: string
  readonly reach?: string
  readonly by?: string
  readonly tiers?: readonly string[]
  readonly atLeast?: number
  readonly kind?: string
  readonly where?: Readonly<Record<string, readonly string[]>>
  readonly stands?: boolean
}

export interface DerivedQuestion {
  readonly code: string
  readonly place: string
  readonly from: string
  readonly to: string
}

interface Chosen {
  readonly formula: { kind?: string | undefined; where?: Readonly<Record<string, readonly string[]>> | undefined }
  readonly from: string
}

const isMeant = (fact: ToldFact, { formula, from }: Chosen, to: string): boolean =>
  fact.kind === formula.kind &&
  fact.on >= from &&
  fact.on <= to &&
  Object.entries(formula.where ?? {}).every(([dimension, words]) => words.includes(fact.dimensions[dimension] ?? ''))

/** Facts added up by a key, and the keys that have something left. */
function keysLeft(facts: readonly ToldFact[], keyOf: (fact: ToldFact) => string[]): string[] {
  const nets = new Map<string, number>()
  for (const fact of facts) for (const key of keyOf(fact)) nets.set(key, (nets.get(key) ?? 0) + fact.quantity)
  return [...nets].flatMap(([key, net]) => (net > 0 ? [key] : [])).toSorted()
}

const TIERS: readonly (readonly [string, number])[] = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['township', 9],
  ['village', 12],
]

const tierOfPlace = (code: string): string => TIERS.find(([, digits]) => /^0*$/.test(code.slice(digits, 12)))?.[0] ?? ''

/** The places of some tiers that a unit is, or lies in. */
function placesAbove(unit: string, { tiers = [], reach }: DerivedFormula): string[] {
  const above = TIERS.map(([, digits]) => unit.slice(0, digits).padEnd(12, '0'))
  const places = reach === 'own' ? [unit.slice(0, 12)] : [...new Set(above)]
  return places.filter((place) => tiers.includes(tierOfPlace(place)))
}

interface Seen {
  readonly formula: DerivedFormula
  /** Of the period, or where they stand of all days up to its end. */
  readonly counted: readonly ToldFact[]
  /** Of all days up to its end. */
  readonly all: readonly ToldFact[]
  readonly to: string
}

const firstDay = ({ all }: Seen): string | undefined => keysLeft(all, ({ on }) => [on])[0]

function yearsSince(day: string, to: string): number {
  let years = 0
  while (`${Number(day.slice(0, 4)) + years + 1}${day.slice(4)}` <= to) years += 1
  return years
}

function yearsRunning({ formula: { atLeast = 1 }, all, to }: Seen): number {
  const sum = (year: number) => all.reduce((so, { on, quantity }) => (Number(on.slice(0, 4)) === year ? so + quantity : so), 0)
  let year = Number(to.slice(0, 4))
  if (sum(year) < atLeast && to.slice(5) !== '12-31') year -= 1
  let years = 0
  while (sum(year - years) >= atLeast) years += 1
  return years
}

function greatest({ formula, counted }: Seen): number | null {
  const sizes = keysLeft(counted, ({ unit, on, quantity, dimensions }) => [
    [Math.abs(quantity), unit, formula.stands ? '' : on, JSON.stringify(dimensions)].join(' '),
  ])
  return sizes.length === 0 ? null : Math.max(...sizes.map((size) => Number(size.split(' ')[0])))
}

const wordOf = (fact: ToldFact, dimension = ''): string[] =>
  Object.entries(fact.dimensions).flatMap(([name, word]) => (name === dimension ? [word] : []))

const BY_FORM: Readonly<Record<string, (seen: Seen) => number | null>> = {
  first(seen) {
    const digits = seen.formula.to === 'day' ? 10 : seen.formula.to === 'month' ? 7 : 4
    const day = firstDay(seen)
    return day === undefined ? null : Number(day.slice(0, digits).replaceAll('-', ''))
  },
  span(seen) {
    const day = firstDay(seen)
    return day === undefined ? null : yearsSince(day, seen.to)
  },
  streak: yearsRunning,
  months: ({ counted }) => keysLeft(counted, ({ on }) => [on.slice(0, 7)]).length,
  parts: ({ formula, counted }) => keysLeft(counted, (fact) => wordOf(fact, formula.by)).length,
  places: ({ formula, counted }) => keysLeft(counted, ({ unit }) => placesAbove(unit, formula)).length,
  peak: greatest,
}

/** A figure of a form that is worked out, as anyone would find it by going through the facts. */
export function naiveDerived(
  facts: readonly ToldFact[],
  indicators: readonly FiledIndicator[],
  { code, place, from, to }: DerivedQuestion,
): number | null {
  const formulaOf = (one: string) => indicators.find((indicator) => indicator.code === one)?.formula as DerivedFormula | undefined
  const formula = formulaOf(code)
  const find = BY_FORM[formula?.form ?? '']
  if (!formula || !find) throw new Error(`${code} is not worked out`)
  const { lo, hi } = rangeOf(place as RegionCode)
  const isOwn = formula.form === 'first' && formula.reach === 'own'
  const here = facts.filter(({ unit }) => (isOwn ? unit.slice(0, 12) === place : unit >= lo && unit < hi))
  const source = formula.form === 'peak' ? formula : (formulaOf(formula.of ?? '') ?? formula)
  const isStanding = formula.form === 'peak' ? formula.stands === true : source.form === 'stock'
  const chosen = (begin: string) => here.filter((fact) => isMeant(fact, { formula: source, from: begin }, to))
  return find({ formula, counted: chosen(isStanding ? '0000' : from), all: chosen('0000'), to })
}
