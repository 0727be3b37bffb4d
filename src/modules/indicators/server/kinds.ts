import { type Definition, isRatio } from '../domain/definition.ts'
import { definitions } from './definitions.ts'

const countingOf = (code: string): Definition[] =>
  definitions.filter((definition) => definition.code === code && !isRatio(definition.formula))

/** The kinds of facts that indicators are counted from. */
export const kindsOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap(countingOf).flatMap(({ formula }) => (isRatio(formula) ? [] : [formula.kind]))),
]

export const formOf = (code: string): string | undefined => countingOf(code)[0]?.formula.form
