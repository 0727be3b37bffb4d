import { isOwnCode, type WorkKind } from './kind.ts'

/** A fact as a record keeps it, so that it can be taken back exactly as it was told. */
export interface KeptFact {
  readonly kind: string
  readonly on: string
  /** Whole, in the unit of the field; money in fen. */
  readonly quantity: string
  /** Whether it names the persons of the record. */
  readonly people: boolean
  readonly dimensions: Readonly<Record<string, string>>
}

export interface Entry {
  readonly on: string
  readonly until?: string | undefined
  readonly values: Readonly<Record<string, string>>
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What the facts of a kind are called: `work.jobFair`, and its numbers `work.jobFairJobs`. */
export const factKind = (code: string, field = ''): string => `work.${code}${capital(field)}`

type Count = Pick<KeptFact, 'kind' | 'quantity' | 'people' | 'dimensions'>

/** The kinds of the house: one fact a record, one a number that was given; the answers to choices are its dimensions. */
function countsOfHouse(kind: WorkKind, values: Entry['values']): Count[] {
  const dimensions = Object.fromEntries(
    kind.fields.flatMap(({ code, type }) => (type === 'choice' && values[code] ? [[code, values[code]]] : [])),
  )
  return [
    { kind: factKind(kind.code), quantity: '1', people: true, dimensions },
    ...numbersOf(kind, values).map(([code, quantity]) => ({ kind: factKind(kind.code, code), quantity, people: false, dimensions })),
  ]
}

/** A place's own kinds share their facts, so that general indicators count them from the first record on. */
function countsOfOwn(kind: WorkKind, values: Entry['values']): Count[] {
  const [whole, part] = kind.state ? ['work.ownState', 'work.ownHeld'] : ['work.ownRecord', 'work.ownAmount']
  return [
    { kind: whole, quantity: '1', people: true, dimensions: { kind: kind.code } },
    ...numbersOf(kind, values).map(([code, quantity]) => ({
      kind: part,
      quantity,
      people: false,
      dimensions: { kind: kind.code, field: `${kind.code}.${code}` },
    })),
  ]
}

const numbersOf = (kind: WorkKind, values: Entry['values']): [string, string][] =>
  kind.fields.flatMap(({ code, type }) => {
    const value = values[code] ?? ''
    return (type === 'number' || type === 'money') && value !== '' && value !== '0' ? [[code, value] as [string, string]] : []
  })

export const opposite = (quantity: string): string => (quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`)

/** What ends on a day: the opposite of what a state has counted since its beginning. */
export const endingFacts = (facts: readonly KeptFact[], endedOn: string): KeptFact[] =>
  facts.map((fact) => ({ ...fact, on: endedOn, quantity: opposite(fact.quantity) }))

/**
 * Everything that a record adds to the figures. A state counts from its day on and, where its end is known, its
 * opposite from that day; what is done counts on its day. Work that is done also counts for its function of the station.
 */
export function factsOf(kind: WorkKind, entry: Entry): KeptFact[] {
  const counts = isOwnCode(kind.code) ? countsOfOwn(kind, entry.values) : countsOfHouse(kind, entry.values)
  const begun = counts.map((count) => ({ ...count, on: entry.on }))
  if (kind.state) return [...begun, ...(entry.until === undefined ? [] : endingFacts(begun, entry.until))]
  return [...begun, { kind: 'work.done', on: entry.on, quantity: '1', people: false, dimensions: { duty: kind.duty } }]
}
