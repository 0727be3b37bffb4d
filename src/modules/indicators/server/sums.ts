import { isWithin } from '../../../kernel/region-code.ts'
import { compileMeasures } from '../domain/measures.ts'
import { edgesOf, monthNumber, type Window } from '../domain/months.ts'
import { type Asked, rangeAsked } from './asked.ts'
import { definitions } from './definitions.ts'

export const measuresOf = compileMeasures(definitions)

/** Facts of one unit, day and subject, added up. */
export interface FactSum {
  readonly kind: string
  readonly on_day: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly unit_code: string
  readonly quantity: bigint | number
  readonly turnouts: bigint | number
}

/** Amounts by month of each node and measure; and those of the days that hang over a window's ends. */
export interface Sums {
  readonly addMonth: (node: string, measure: string, at: { month: number; value: number }) => void
  readonly addFacts: (facts: readonly FactSum[]) => void
  readonly addEdge: (edge: string, fact: FactSum) => void
  /** The amount of a measure over a window; for a stock, up to its end. */
  readonly amountOf: (node: string, measured: { measure: string; isStock: boolean }, window: Window) => number
  readonly measuresAt: (node: string) => readonly string[]
}

export const edgeKey = ({ from, to }: Window): string => `${from} ${to}`

/** A window inside one month that is not whole is added up from its own facts, not from what surrounds it. */
export const isShort = (window: Window): boolean =>
  monthNumber(window.from) === monthNumber(window.to) && Object.keys(edgesOf(window)).length > 0

type Book = Map<string, Map<number, number>>

export function makeSums({ nodes, codes }: Pick<Asked, 'nodes' | 'codes'>): Sums {
  const book: Book = new Map()
  const edges = new Map<string, number>()
  const measures = new Map<string, Set<string>>()
  const ranges = nodes.map((node) => ({ node, range: rangeAsked(node) }))
  const wanted = new Set(codes)
  const addMonth: Sums['addMonth'] = (node, measure, { month, value }) => {
    const key = `${node} ${measure}`
    const months = book.get(key) ?? new Map<number, number>()
    months.set(month, (months.get(month) ?? 0) + value)
    book.set(key, months)
    measures.set(node, (measures.get(node) ?? new Set()).add(measure))
  }
  const spread = (fact: FactSum, enter: (node: string, measure: string, value: number) => void): void => {
    const above = ranges.filter(({ range }) => isWithin(fact.unit_code, range))
    for (const { measure, form } of measuresOf(fact.kind, fact.dimensions, fact.on_day)) {
      if (form === 'distinct' || !wanted.has(measure.split('/')[0] ?? '')) continue
      const value = Number(form === 'turnouts' ? fact.turnouts : fact.quantity)
      for (const { node } of above) enter(node, measure, value)
    }
  }
  const addFacts: Sums['addFacts'] = (facts) => {
    for (const fact of facts) spread(fact, (node, measure, value) => addMonth(node, measure, { month: monthNumber(fact.on_day), value }))
  }
  const addEdge: Sums['addEdge'] = (edge, fact) =>
    spread(fact, (node, measure, value) => {
      const key = `${node} ${measure} ${edge}`
      edges.set(key, (edges.get(key) ?? 0) + value)
      measures.set(node, (measures.get(node) ?? new Set()).add(measure))
    })
  const amountOf: Sums['amountOf'] = (node, { measure, isStock }, window) => {
    const key = `${node} ${measure}`
    const atEdge = (edge: Window | undefined): number => (edge ? (edges.get(`${key} ${edgeKey(edge)}`) ?? 0) : 0)
    if (!isStock && isShort(window)) return atEdge(window)
    const [first, last] = [isStock ? 0 : monthNumber(window.from), monthNumber(window.to)]
    const { head, tail } = edgesOf(window)
    let sum = 0
    for (const [month, value] of book.get(key) ?? []) if (month >= first && month <= last) sum += value
    return sum - atEdge(tail) - (isStock ? 0 : atEdge(head))
  }
  return { addMonth, addFacts, addEdge, amountOf, measuresAt: (node) => [...(measures.get(node) ?? [])] }
}
