import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldIssue } from './field-issue.ts'
import type { IdentityState } from './file-state.ts'

/** What the rules need to know of a class. */
export interface ClassTraits {
  readonly graded: boolean
  /** The person served; otherwise they are kin or were no soldier. */
  readonly served: boolean
}

export type FindClass = (code: string) => ClassTraits | undefined

type Claim = Pick<IdentityState, 'classCode' | 'grade' | 'cause'> & { readonly fromOn: PlainDate | null }

/**
 * What cannot be in a claim. Illness is compensated in grades 1 to 6 only, war and duty in all ten
 * (《军人抚恤优待条例》 article 25).
 */
export function checkIdentity(
  claim: Claim,
  about: { at: string; bornOn: PlainDate; today: PlainDate; findClass: FindClass },
): FieldIssue[] {
  const known = about.findClass(claim.classCode)
  const issue = (field: string, code: string): FieldIssue => ({ field: `${about.at}${field}`, code })
  if (!known) return [issue('classCode', 'unknown-class')]
  return [
    known.graded && claim.grade === null ? issue('grade', 'missing') : undefined,
    known.graded && claim.cause === null ? issue('cause', 'missing') : undefined,
    !known.graded && claim.grade !== null ? issue('grade', 'not-graded') : undefined,
    !known.graded && claim.cause !== null ? issue('cause', 'not-graded') : undefined,
    claim.cause === 'illness' && (claim.grade ?? 0) > 6 ? issue('grade', 'not-for-illness') : undefined,
    claim.fromOn !== null && claim.fromOn > about.today ? issue('fromOn', 'in-future') : undefined,
    claim.fromOn !== null && claim.fromOn < about.bornOn ? issue('fromOn', 'before-birth') : undefined,
  ].filter((found) => found !== undefined)
}

/** Where an identity may go from where it is: forward, or suspended and taken up again. */
const STEPS: Readonly<Record<IdentityState['status'], readonly IdentityState['status'][]>> = {
  claimed: ['evidenceChecked'],
  evidenceChecked: ['claimed', 'confirmed'],
  confirmed: ['suspended'],
  suspended: ['confirmed'],
  ended: [],
}

export const mayMove = (from: IdentityState['status'], to: IdentityState['status']): boolean => STEPS[from].includes(to)
