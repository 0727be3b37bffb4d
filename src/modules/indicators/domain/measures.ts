import { type Definition, isCounted } from './definition.ts'

/** What the store keeps a row of cells for: an indicator's code, or `code/dimension=word` for a part of it. */
export interface Measured {
  readonly measure: string
  readonly form: 'sum' | 'turnouts' | 'distinct' | 'stock'
}

export type Dimensions = Readonly<Record<string, string>>

/** Which measures a fact enters, by its kind, dimensions and day. */
export type MeasuresOf = (kind: string, dimensions: Dimensions, on: string) => readonly Measured[]

export const partOf = (code: string, dimension: string, word: string): string => `${code}/${dimension}=${word}`

const isValidOn = ({ validFrom, validTo }: Definition, on: string): boolean => on >= validFrom && (validTo === undefined || on < validTo)

/** Whether a fact's dimensions bear, for every one named, one of the words. */
export const isMeant = (where: Readonly<Record<string, readonly string[]>> | undefined, dimensions: Dimensions): boolean =>
  Object.entries(where ?? {}).every(([dimension, words]) => words.includes(dimensions[dimension] ?? ''))

function measuredBy(definition: Definition, dimensions: Dimensions): Measured[] {
  const { code, formula } = definition
  if (!isCounted(formula) || !isMeant(formula.where, dimensions)) return []
  const { form, splitBy } = formula
  const word = splitBy === undefined ? undefined : dimensions[splitBy]
  const whole = { measure: code, form }
  return splitBy === undefined || word === undefined ? [whole] : [whole, { measure: partOf(code, splitBy, word), form }]
}

/** Reads the definitions once, so that a fact costs one look-up by kind. */
export function compileMeasures(definitions: readonly Definition[]): MeasuresOf {
  const byKind = new Map<string, Definition[]>()
  for (const definition of definitions) {
    if (!isCounted(definition.formula)) continue
    const { kind } = definition.formula
    byKind.set(kind, [...(byKind.get(kind) ?? []), definition])
  }
  return (kind, dimensions, on) =>
    (byKind.get(kind) ?? []).filter((definition) => isValidOn(definition, on)).flatMap((definition) => measuredBy(definition, dimensions))
}

/** What the fold depends on: when it changes, the store is folded anew. Names and meanings do not enter. */
export const foldedAs = (definitions: readonly Definition[]): string =>
  JSON.stringify(
    definitions
      .filter(({ formula }) => isCounted(formula))
      .map(({ code, formula, validFrom, validTo }) => [code, formula, validFrom, validTo ?? null]),
  )
