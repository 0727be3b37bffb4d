import { isRatio } from '../domain/definition.ts'
import { compileMeasures } from '../domain/measures.ts'
import { type CellBook, makeCellBook } from './cell-book.ts'
import { definitions } from './definitions.ts'
import { type FactLine, readSubject } from './fact-lines.ts'
import { makeNodeTable } from './node-table.ts'
import { makeNumberTable } from './number-table.ts'
import { makePersonTable } from './person-table.ts'
import { makePresenceBook, type PresenceBook } from './presence-book.ts'

/** What one subject adds to: numbered measures of cells, and books of persons. */
interface Plan {
  readonly sums: readonly number[]
  readonly turnouts: readonly number[]
  readonly books: readonly PresenceBook[]
}

const measuresOf = compileMeasures(definitions)
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))
const dayText = (day: number): string =>
  `${String(day).slice(0, -4).padStart(4, '0')}-${String(day).slice(-4, -2)}-${String(day).slice(-2)}`

/** Days on which a definition begins or ends: between two of them a subject always means the same. */
const BOUNDARIES = [...new Set(definitions.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === undefined ? [] : [validTo])]))]
  .map(dayNumber)
  .toSorted((a, b) => a - b)

const isCounted = definitions.some(({ formula }) => !isRatio(formula))

/** Everything that a stream of facts is folded into. */
export interface Books {
  readonly take: (line: FactLine) => void
  readonly cells: CellBook
  readonly measureAt: (measure: number) => string
  readonly presence: () => readonly PresenceBook[]
}

export function openBooks(): Books {
  const nodes = makeNodeTable()
  const units = makeNumberTable()
  const persons = makePersonTable()
  const cells = makeCellBook(nodes)
  const names: string[] = []
  const books = new Map<string, PresenceBook>()
  const eras = Array.from({ length: BOUNDARIES.length + 1 }, () => new Map<string, Plan>())
  const unitAt = (unit: number) => {
    const [place, serial] = [Math.floor(units.keyAt(unit) / 100), units.keyAt(unit) % 100]
    const node = nodes.indexOf(place)
    return { code: serial === 0 ? nodes.codeAt(node) : `${nodes.codeAt(node)}-${serial}`, node }
  }
  const numberOf = (measure: string): number => (names.includes(measure) ? names.indexOf(measure) : names.push(measure) - 1)
  const bookOf = (measure: string): PresenceBook => {
    const book = books.get(measure) ?? makePresenceBook({ measure, persons, nodes, unitAt })
    books.set(measure, book)
    return book
  }
  const planOf = (subject: string, day: number): Plan => {
    const { kind, dimensions } = readSubject(subject)
    const measured = measuresOf(kind, dimensions, dayText(day))
    const named = (...forms: string[]) => measured.filter(({ form }) => forms.includes(form)).map(({ measure }) => measure)
    return { sums: named('sum', 'stock').map(numberOf), turnouts: named('turnouts').map(numberOf), books: named('distinct').map(bookOf) }
  }
  const take = (line: FactLine): void => {
    let era = 0
    while (era < BOUNDARIES.length && (BOUNDARIES[era] ?? 0) <= line.day) era += 1
    const plans = eras[era]
    let plan = plans?.get(line.subject)
    if (!plan) {
      plan = planOf(line.subject, line.day)
      plans?.set(line.subject, plan)
    }
    enter(plan, line)
  }
  const enter = ({ sums, turnouts, books: counted }: Plan, line: FactLine): void => {
    const [year, month] = [Math.floor(line.day / 10_000), (Math.floor(line.day / 100) % 100) - 1]
    const node = nodes.indexOf(line.place)
    for (const measure of sums) cells.add(node, measure, { year, month, value: line.quantity })
    for (const measure of turnouts) cells.add(node, measure, { year, month, value: line.quantity * line.persons })
    if (counted.length === 0) return
    const unit = units.indexOf(line.place * 100 + line.serial)
    for (let at = 0; at < line.persons; at += 1) {
      const person = persons.indexOf(line.bytes, line.personsAt + at * 37)
      for (const book of counted) book.add(person, unit, { month: year * 12 + month, net: line.quantity })
    }
  }
  return {
    take: isCounted ? take : () => undefined,
    cells,
    measureAt: (measure) => names[measure] ?? '',
    presence: () => [...books.values()],
  }
}
