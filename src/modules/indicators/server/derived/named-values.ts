import { matchingOf } from '../matching.ts'

/** The values of a statement that is put together: each is named as it is put behind the others. */
export interface Named {
  readonly values: readonly unknown[]
  readonly put: (value: unknown, type: string) => string
  /** Which facts `f` an indicator is counted from. */
  readonly matching: (code: string) => string
}

export function makeNamed(): Named {
  const values: unknown[] = []
  return {
    values,
    put: (value, type) => `$${values.push(value)}::${type}`,
    matching(code) {
      const { sql, values: more } = matchingOf(code, { firstParameter: values.length + 1 })
      values.push(...more)
      return sql
    },
  }
}
