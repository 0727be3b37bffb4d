/** What a code of a candidate is about. A post requires one code of a group, or wishes for specialities. */
export const CODE_GROUPS = ['education', 'speciality', 'party', 'licence'] as const
export type CodeGroup = (typeof CODE_GROUPS)[number]

/** Codes by group, schooling from low to high. The catalogue is this system's own; no law names it (unverified). */
export const CODES_OF = {
  education: ['edu.juniorHigh', 'edu.seniorHigh', 'edu.juniorCollege', 'edu.bachelor', 'edu.master'],
  speciality: [
    'spec.medicine',
    'spec.nursing',
    'spec.driving',
    'spec.electromechanics',
    'spec.communications',
    'spec.computing',
    'spec.finance',
    'spec.security',
    'spec.fireRescue',
    'spec.construction',
    'spec.navigation',
    'spec.aviation',
    'spec.cooking',
    'spec.teaching',
    'spec.clerical',
  ],
  party: ['party.member'],
  licence: ['licence.A1', 'licence.A2', 'licence.B1', 'licence.B2', 'licence.C1'],
} as const satisfies Record<CodeGroup, readonly string[]>

export type CandidateCode = (typeof CODES_OF)[CodeGroup][number]

export const CANDIDATE_CODES: readonly CandidateCode[] = CODE_GROUPS.flatMap((group) => [...CODES_OF[group]])

export const isSpeciality = (code: string): boolean => (CODES_OF.speciality as readonly string[]).includes(code)

/** Schooling `lowest` or higher: a post that asks for it takes any of these. */
export function educationFrom(lowest: string): readonly string[] {
  const ladder: readonly string[] = CODES_OF.education
  const at = ladder.indexOf(lowest)
  return at < 0 ? [] : ladder.slice(at)
}

/** Of several levels of schooling only the highest is held: the ladder is climbed once. */
export const isOneEducation = (codes: readonly string[]): boolean =>
  codes.filter((code) => (CODES_OF.education as readonly string[]).includes(code)).length <= 1
