import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { Someone } from './hands.ts'

/** Who takes a turn: a seat of matters, or the person on /me. */
export type Chair = 'station' | 'township' | 'county' | 'approver' | 'city' | 'province' | 'adviser' | 'counsellor' | 'supervisor' | 'me'

type Answers = Readonly<Record<string, string | boolean | number | readonly string[]>>

/** What is answered on a day: days that are named lie about it. */
export type AnswersOn = Answers | ((on: PlainDate, person: Someone) => Answers)

/** A step of a matter, so many days after the one before. */
export interface Turn {
  readonly chair: Chair
  readonly step: string
  readonly after: number
  readonly answers?: AnswersOn
  readonly reason?: string
  /** Papers that are seen before it. */
  readonly papers?: readonly string[]
}

/** How a matter goes when it goes all the way. */
export interface Course {
  readonly kind: string
  readonly begins: Chair
  readonly channel?: 'window' | 'phone' | 'home'
  /** Whose matter it may be; left out: anybody's. */
  readonly isFor?: (person: Someone) => boolean
  readonly answers: AnswersOn
  /** Papers that are seen when it begins. */
  readonly papers?: readonly string[]
  readonly turns: readonly Turn[]
}

export const hasClass =
  (...codes: readonly string[]) =>
  ({ classes }: Someone): boolean =>
    classes.some((code) => codes.includes(code))

export const isVeteran = hasClass('DISCHARGED', 'RURAL60', 'WAR', 'DIS', 'SICK-HOME', 'TEST', 'DEMOB', 'TRANSFER-OFFICER', 'RETIRED-CADRE')
