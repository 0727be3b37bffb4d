import { type Counting, choosesFacts, type Definition } from '../domain/definition.ts'
import type { Peak } from '../domain/derived.ts'
import { definitions } from './definitions.ts'

/** A condition on facts `f` in SQL, with its values to be put behind those that the query has already. */
export interface Matching {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Which facts an indicator is counted from, version by version; with a word, only those of that part. */
export function matchingOf(code: string, asked: { firstParameter: number; word?: string | undefined }): Matching {
  const values: unknown[] = []
  const put = (value: unknown): string => {
    values.push(value)
    return `$${asked.firstParameter + values.length - 1}`
  }
  const version = (definition: Definition, formula: Counting | Peak): string =>
    [
      `f.kind = ${put(formula.kind)}`,
      `f.on_day >= ${put(definition.validFrom)}`,
      ...(definition.validTo === undefined ? [] : [`f.on_day < ${put(definition.validTo)}`]),
      ...Object.entries(formula.where ?? {}).map(([dimension, words]) => `f.dimensions ->> ${put(dimension)} = any(${put(words)})`),
      ...(asked.word === undefined
        ? []
        : [`f.dimensions ->> ${put('splitBy' in formula ? (formula.splitBy ?? '') : '')} = ${put(asked.word)}`]),
    ].join(' and ')
  const versions = definitions.flatMap((definition) =>
    definition.code === code && choosesFacts(definition.formula) ? [`(${version(definition, definition.formula)})`] : [],
  )
  return { sql: `(${versions.join(' or ')})`, values }
}
