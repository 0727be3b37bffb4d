import { choosesFacts, type Definition } from '../domain/definition.ts'
import { definitions } from './definitions.ts'

const countingOf = (code: string): Definition[] =>
  definitions.filter((definition) => definition.code === code && choosesFacts(definition.formula))

/** The kinds of facts that indicators are counted from. */
export const kindsOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap(countingOf).flatMap(({ formula }) => (choosesFacts(formula) ? [formula.kind] : []))),
]

export const formOf = (code: string): string | undefined => countingOf(code)[0]?.formula.form
