import highsPackage from 'highs'
import type { OpenTable } from '../../src/modules/indicators/index.ts'

/** Its types speak of the package that `require` gives; what is imported is the loader itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default

/** Hidden cells with their signs, and what the shown ones leave for them: Σ sign · cell = rest. */
interface Equation {
  readonly terms: ReadonlyMap<string, bigint>
  readonly rest: bigint
}

/**
 * What anybody can write down who reads a published table, and nothing else: a place is the sum of those below it and its
 * own share, the whole is the sum of its words and the rest. Shares no code with what hides cells.
 */
export function equationsOf({ columns, rows }: OpenTable): Equation[] {
  const found: Equation[] = []
  const put = (whole: readonly [string, number | null], parts: readonly (readonly [string, number | null])[]): void => {
    const terms = new Map<string, bigint>()
    let rest = 0n
    for (const [[name, value], sign] of [[whole, 1n] as const, ...parts.map((part) => [part, -1n] as const)]) {
      if (value === null) terms.set(name, (terms.get(name) ?? 0n) + sign)
      else rest -= sign * BigInt(value)
    }
    if (terms.size > 0) found.push({ terms, rest })
  }
  const cell = (row: OpenTable['rows'][number], at: number) => [`${row.code}${row.isOwn ? 'o' : ''}c${at}`, row.cells[at] ?? null] as const
  for (const row of rows) {
    if (columns.length > 1)
      put(
        cell(row, 0),
        columns.slice(1).map((_, at) => cell(row, at + 1)),
      )
    const below = row.isOwn ? [] : rows.filter((other) => (other.isOwn ? other.code === row.code : other.parent === row.code))
    if (below.length === 0) continue
    for (const at of columns.keys())
      put(
        cell(row, at),
        below.map((other) => cell(other, at)),
      )
  }
  return found
}

/** A fraction of whole numbers; the second is above zero. */
type Fraction = readonly [bigint, bigint]
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (above: bigint, below: bigint): Fraction => {
  const shared = gcd(above, below) * (below < 0n ? -1n : 1n)
  return [above / shared, below / shared]
}
const minus = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
const times = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[0], a[1] * b[1])

/** Cells that the equations fix, by elimination in exact fractions. */
export function fixedCells(equations: readonly Equation[]): string[] {
  const reduced = new Map<string, Map<string, Fraction>>()
  for (const { terms } of equations) {
    const row = new Map([...terms].map(([name, sign]) => [name, [sign, 1n] as Fraction]))
    for (const [name, pivot] of reduced) {
      const factor = row.get(name)
      if (factor) subtract(row, pivot, factor)
    }
    const first = [...row].find(([, value]) => value[0] !== 0n)
    if (!first) continue
    const [name, [above, below]] = first
    for (const [other, value] of row) row.set(other, times(value, fraction(below, above)))
    for (const pivot of reduced.values()) {
      const factor = pivot.get(name)
      if (factor) subtract(pivot, row, factor)
    }
    reduced.set(name, row)
  }
  return [...reduced].filter(([, row]) => row.size === 1).map(([name]) => name)
}

function subtract(row: Map<string, Fraction>, other: ReadonlyMap<string, Fraction>, factor: Fraction): void {
  for (const [name, value] of other) {
    const left = minus(row.get(name) ?? [0n, 1n], times(value, factor))
    if (left[0] === 0n) row.delete(name)
    else row.set(name, left)
  }
}

export interface Bounds {
  readonly lo: number
  readonly hi: number
}

const AT_ONCE = 400

/** What each hidden cell can be at least and at most, for somebody who knows that nothing is below zero: HiGHS, twice a cell. */
export async function boundsOf(equations: readonly Equation[], cells: readonly string[]): Promise<Map<string, Bounds>> {
  const limits = equations.map(({ terms, rest }, at) => {
    const text = [...terms].map(([name, sign]) => `${sign < 0n ? '-' : '+'} ${name === '' ? '' : `x${name}`}`).join(' ')
    return ` e${at}: ${text} = ${rest}`
  })
  const known = new Map<string, Bounds>()
  let highs = await loadHighs()
  for (const [at, cell] of cells.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) highs = await loadHighs()
    const solve = (goal: 'Minimize' | 'Maximize'): number => {
      const { Status, ObjectiveValue } = highs.solve(`${goal}\n obj: x${cell}\nSubject To\n${limits.join('\n')}\nEnd\n`)
      if (Status === 'Optimal') return ObjectiveValue
      if (goal === 'Maximize' && Status === 'Unbounded') return Number.POSITIVE_INFINITY
      throw new Error(`HiGHS says ${Status} of ${cell}`)
    }
    known.set(cell, { lo: solve('Minimize'), hi: solve('Maximize') })
  }
  return known
}
