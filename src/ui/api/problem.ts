/** One fault of the input: where (`['visit','doneOn']`), which kind, and the server's own words. */
export interface Issue {
  path: (string | number)[]
  code: string
  message: string
}

/** Everything but a value or a refusal that a call may come back with. */
export type Problem =
  | { code: 'invalid-input'; issues: Issue[] }
  | { code: 'not-signed-in' }
  | { code: 'not-permitted' }
  | { code: 'not-found' }
  | { code: 'still-running' }
  /** The same key came with another body: the first one may have arrived. */
  | { code: 'key-reused' }
  | { code: 'fault'; incident: string }
  /** The server's disk is full: nothing was done, and nothing acknowledged is lost. */
  | { code: 'disk-full' }
  /** No answer: the network or the server is away. Whether it arrived is not known. */
  | { code: 'unreachable' }
  /** An answer that is not what the contract promises: usually a page older than the server. */
  | { code: 'unreadable' }

export interface ProblemError extends Error {
  readonly problem: Problem
}

export const problemError = (problem: Problem): ProblemError => Object.assign(new Error(problem.code), { problem })

/** The problem inside whatever a query threw; a thing that is no problem of ours is an unreadable answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Error && 'problem' in error) return (error as ProblemError).problem
  return { code: 'unreadable' }
}
