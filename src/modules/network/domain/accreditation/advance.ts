import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Scheme } from './scheme.ts'

export const STATES = ['draft', 'reviewing', 'published', 'awarded', 'refused', 'withdrawn', 'revoked', 'superseded'] as const
export type State = (typeof STATES)[number]

export interface Evidence {
  readonly criterion: string
  readonly isMet: boolean
  /** What shows it: a document, a register, a photograph's place. */
  readonly words: string
}

export interface Course {
  readonly state: State
  /** Whose turn it is, as a place in the list of seats. */
  readonly seat: number
  readonly evidence: readonly Evidence[]
  readonly publicUntil: PlainDate | null
}

export const PREPARING = ['check', 'submit', 'withdraw'] as const
export const REVIEWING = ['pass', 'return', 'refuse', 'object', 'award', 'revoke'] as const
export type StepKind = (typeof PREPARING)[number] | (typeof REVIEWING)[number]

export type StepRefusal =
  | { readonly code: 'not-now'; readonly state: State }
  | { readonly code: 'criteria-open'; readonly criteria: string[] }
  | { readonly code: 'still-public'; readonly until: PlainDate }
  | { readonly code: 'publication-over'; readonly until: PlainDate }

interface Asked {
  readonly kind: StepKind
  readonly evidence?: readonly Evidence[] | undefined
}

interface Circumstances {
  readonly scheme: Pick<Scheme, 'criteria' | 'publicDays'>
  /** How many seats review. */
  readonly seats: number
  readonly today: PlainDate
}

/** Which steps a state allows; the rest is refused as `not-now`. */
const ALLOWED: Readonly<Record<State, readonly StepKind[]>> = {
  draft: ['check', 'submit', 'withdraw'],
  reviewing: ['pass', 'return', 'refuse', 'withdraw'],
  published: ['award', 'object', 'refuse', 'withdraw'],
  awarded: ['revoke'],
  refused: [],
  withdrawn: [],
  revoked: [],
  superseded: [],
}

export const allowedSteps = (state: State): readonly StepKind[] => ALLOWED[state]

/** One step of an accreditation (创建): what it comes to, or why not. An objection sends it back to the last seat (B1). */
export function advance(course: Course, { kind, evidence }: Asked, about: Circumstances): Result<Course, StepRefusal> {
  if (!ALLOWED[course.state].includes(kind)) return refuse({ code: 'not-now', state: course.state })
  switch (kind) {
    case 'check':
      return ok({ ...course, evidence: evidence ?? [] })
    case 'submit':
      return submit(course, about)
    case 'pass':
      return ok(passed(course, about))
    case 'return':
      return ok({ ...course, state: 'draft', seat: 0 })
    case 'object':
      return object(course, about)
    case 'award':
      return award(course, about)
    case 'refuse':
      return ok({ ...course, state: 'refused' })
    case 'withdraw':
      return ok({ ...course, state: 'withdrawn' })
    case 'revoke':
      return ok({ ...course, state: 'revoked' })
  }
}

function submit(course: Course, { scheme }: Circumstances): Result<Course, StepRefusal> {
  const shown = new Set(course.evidence.filter(({ isMet, words }) => isMet && words !== '').map(({ criterion }) => criterion))
  const criteria = scheme.criteria.map(({ code }) => code).filter((code) => !shown.has(code))
  return criteria.length > 0 ? refuse({ code: 'criteria-open', criteria }) : ok({ ...course, state: 'reviewing', seat: 0 })
}

/** The last seat's consent publishes it; where nothing is published, it may be awarded at once. */
function passed(course: Course, { scheme, seats, today }: Circumstances): Course {
  if (course.seat + 1 < seats) return { ...course, seat: course.seat + 1 }
  return { ...course, state: 'published', publicUntil: addDays(today, scheme.publicDays) }
}

function object(course: Course, { today }: Circumstances): Result<Course, StepRefusal> {
  const { publicUntil } = course
  if (publicUntil !== null && today > publicUntil) return refuse({ code: 'publication-over', until: publicUntil })
  return ok({ ...course, state: 'reviewing', publicUntil: null })
}

function award(course: Course, { scheme, today }: Circumstances): Result<Course, StepRefusal> {
  const { publicUntil } = course
  if (scheme.publicDays > 0 && publicUntil !== null && today <= publicUntil) return refuse({ code: 'still-public', until: publicUntil })
  return ok({ ...course, state: 'awarded' })
}
