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
  const found = known ? [...gradeIssues(claim, known), ...dayIssues(claim, about)] : [{ field: 'classCode', code: 'unknown-class' }]
  return found.map(({ field, code }) => ({ field: `${about.at}${field}`, code }))
}

function gradeIssues({ grade, cause }: Claim, { graded }: ClassTraits): FieldIssue[] {
  const given = [
    { field: 'grade', isGiven: grade !== null },
    { field: 'cause', isGiven: cause !== null },
  ]
  const issues = given.filter(({ isGiven }) => isGiven !== graded).map(({ field }) => ({ field, code: graded ? 'missing' : 'not-graded' }))
  return cause === 'illness' && (grade ?? 0) > 6 ? [...issues, { field: 'grade', code: 'not-for-illness' }] : issues
}

function dayIssues({ fromOn }: Claim, { bornOn, today }: { bornOn: PlainDate; today: PlainDate }): FieldIssue[] {
  if (fromOn === null) return []
  if (fromOn > today) return [{ field: 'fromOn', code: 'in-future' }]
  return fromOn < bornOn ? [{ field: 'fromOn', code: 'before-birth' }] : []
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
