/** One field that cannot be accepted as typed; never an echo of the value. The contract says the same shape. */
export interface FieldIssue {
  field: string
  code: string
  params?: Record<string, string | number>
}

/** A value that was read from what someone typed, or why it could not be. */
export type Reading<T> = { readonly value: T } | { readonly issue: Omit<FieldIssue, 'field'> }

export const read = <T>(value: T): Reading<T> => ({ value })

export const misread = (code: string, params?: Record<string, string | number>): Reading<never> => ({
  issue: params ? { code, params } : { code },
})
