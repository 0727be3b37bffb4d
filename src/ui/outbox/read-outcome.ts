import type { Why } from './content.ts'

/** What came of one message. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Certain, and not what was wished: a person must look. */
  | { readonly kind: 'refused'; readonly why: Why }
  /** The server answered, and neither did nor refused it. */
  | { readonly kind: 'undecided'; readonly why: Why }
  /** The server has too much to do, or is coming back. */
  | { readonly kind: 'busy'; readonly waitMs: number }
  | { readonly kind: 'signedOut' }
  /** No answer: it may have arrived. */
  | { readonly kind: 'silent' }

const WAIT_MS = 2_000

/** `bad-request`: the message came mangled, which is the line's doing and not the item's. */
const PASSING = new Set(['still-running', 'bad-request'])

/** Reads an answer of `/api`. Only an answer in the server's own form settles anything: a proxy's page does not. */
export function readOutcome(status: number, body: unknown, retryAfter?: string | null): Outcome {
  const said = isObject(body) ? body : {}
  if (status === 200 && 'value' in said) return { kind: 'done' }
  if (status === 401) return { kind: 'signedOut' }
  if (status === 429 || status === 502 || status === 503 || status === 504) return { kind: 'busy', waitMs: waitOf(retryAfter) }
  if (status === 408) return { kind: 'silent' }
  const refusal = said['refusal']
  if (isCoded(refusal)) return { kind: 'refused', why: { code: refusal.code, refusal } }
  const problem = said['problem']
  if (!isCoded(problem)) return { kind: 'undecided', why: { code: status >= 500 ? 'fault' : 'unreadable' } }
  const why = { code: problem.code, refusal: problem }
  return status >= 500 || PASSING.has(problem.code) ? { kind: 'undecided', why } : { kind: 'refused', why }
}

function waitOf(retryAfter: string | null | undefined): number {
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1_000 : WAIT_MS
}

const isObject = (thing: unknown): thing is Record<string, unknown> => typeof thing === 'object' && thing !== null
const isCoded = (thing: unknown): thing is Record<string, unknown> & { code: string } =>
  isObject(thing) && typeof thing['code'] === 'string'
