import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Words } from '../matters/matter-type.ts'
import type { FactName, FileFacts } from './facts-of-file.ts'

/** A test of one fact, and the clause that asks for it. */
export interface Leaf {
  readonly fact: FactName
  /** The fact is one of these, or (classes) holds one of them. */
  readonly is?: readonly (string | boolean)[]
  readonly atLeast?: number
  readonly atMost?: number
  readonly before?: PlainDate
  readonly name: Words
  readonly clause: string
}

export type Test = Leaf | { readonly all: readonly Test[] } | { readonly any: readonly Test[] } | { readonly not: Test }

/** Something one may be entitled to, by the law of a time. */
export interface EntitlementRule {
  readonly code: string
  readonly version: number
  readonly validFrom: PlainDate
  readonly validTo?: PlainDate
  readonly name: Words
  /** What it gives, in a sentence. */
  readonly gives: Words
  readonly test: Test
  /** The kind of matter by which it is asked for. */
  readonly matter?: string
  /** Given without being asked for, once it is known (免申即享). */
  readonly unasked?: boolean
}

export type Verdict = 'yes' | 'no' | 'missing'

/** An answer with its reasons: the leaves are facts of the file and clauses. */
export type Reason =
  | {
      readonly kind: 'leaf'
      readonly verdict: Verdict
      readonly fact: FactName
      readonly value: FileFacts[FactName]
      readonly name: Words
      readonly clause: string
    }
  | { readonly kind: 'all' | 'any' | 'not'; readonly verdict: Verdict; readonly reasons: readonly Reason[] }

/**
 * Judges a test in three values: what is missing decides nothing that is decided without it (Kleene). Every reason is
 * told, also those that changed nothing: whoever reads it sees what was looked at.
 */
export function judge(test: Test, facts: FileFacts): Reason {
  if ('fact' in test) return leafOf(test, facts)
  if ('not' in test) {
    const reason = judge(test.not, facts)
    return { kind: 'not', verdict: opposite(reason.verdict), reasons: [reason] }
  }
  const reasons = ('all' in test ? test.all : test.any).map((one) => judge(one, facts))
  const verdicts = reasons.map(({ verdict }) => verdict)
  const [deciding, neutral]: readonly Verdict[] = 'all' in test ? ['no', 'yes'] : ['yes', 'no']
  const verdict = verdicts.includes(deciding ?? 'no') ? deciding : verdicts.includes('missing') ? 'missing' : neutral
  return { kind: 'all' in test ? 'all' : 'any', verdict: verdict ?? 'missing', reasons }
}

const opposite = (verdict: Verdict): Verdict => (verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'missing')

function leafOf(leaf: Leaf, facts: FileFacts): Reason {
  const value = facts[leaf.fact]
  const verdict: Verdict = value === undefined ? 'missing' : holdsOf(leaf, value) ? 'yes' : 'no'
  return { kind: 'leaf', verdict, fact: leaf.fact, value, name: leaf.name, clause: leaf.clause }
}

function holdsOf({ is, atLeast, atMost, before }: Leaf, value: NonNullable<FileFacts[FactName]>): boolean {
  if (is) return is.some((word) => (Array.isArray(value) ? value.includes(word) : value === word))
  if (before !== undefined) return typeof value === 'string' && value < before
  return typeof value === 'number' && (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}

/** The leaves of an answer. */
export const leavesOf = (reason: Reason): readonly Extract<Reason, { kind: 'leaf' }>[] =>
  reason.kind === 'leaf' ? [reason] : reason.reasons.flatMap(leavesOf)

/** What the file would have to say before the answer is certain. */
export const missingIn = (reason: Reason): readonly FactName[] => [
  ...new Set(
    leavesOf(reason)
      .filter(({ verdict }) => verdict === 'missing')
      .map(({ fact }) => fact),
  ),
]
