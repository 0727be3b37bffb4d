/** What came of an action or a view, before it becomes HTTP. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly refusal: { readonly code: string } }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What can be wrong with any action or view, whatever it does. */
export type Problem =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-permitted' }
  | { readonly code: 'not-found' }
  | { readonly code: 'invalid-input'; readonly issues: readonly Issue[] }
  | { readonly code: 'id-reused' }
  | { readonly code: 'still-running' }

/** One thing wrong with a message: where, and what, as a code and a sentence. */
export interface Issue {
  readonly path: string
  readonly code: string
  readonly message: string
}

export const problem = (detail: Problem): Answer => ({ kind: 'problem', problem: detail })
