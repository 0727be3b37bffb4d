import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Answers } from './answers.ts'
import { begin, type MatterState, type Rules, type StepRefusal, take } from './matter-state.ts'
import type { MatterType, Seat } from './matter-type.ts'

/** The day on which everything happens that names no other. */
export const DAY = '2026-06-10' as PlainDate

/** The rules of a kind where every day is worked: the days of its clocks are the days of the calendar. */
export const plainRules = (type: MatterType): Rules => ({ type, calendar: { isWorkday: () => true } })

export interface Walked {
  readonly step: string
  readonly seat: Seat
  readonly on?: PlainDate
  readonly by?: string
  readonly answers?: Answers
}

/** Takes a step of a kind in a test, with a reason at hand, or tells the refusal. */
export const tried = (
  type: MatterType,
  matter: MatterState,
  { step, seat, on = DAY, by = seat, answers = {} }: Walked,
): Result<MatterState, StepRefusal> => take(plainRules(type), matter, { step, seat, on, by, answers, reason: '情况属实' })

/** A matter that has begun. Throws where it is refused. */
export function begun(type: MatterType, answers: Answers, seat: Seat = 'station'): MatterState {
  const matter = begin(plainRules(type), { seat, by: seat, on: DAY, answers })
  if (!matter.ok) throw new Error(`${type.code}: ${JSON.stringify(matter.refusal)}`)
  return matter.value
}

/** A matter after some steps. Throws where one is refused. */
export function walked(type: MatterType, matter: MatterState, ...steps: readonly Walked[]): MatterState {
  return steps.reduce((now, step) => {
    const next = tried(type, now, step)
    if (!next.ok) throw new Error(`${type.code} ${step.step}: ${JSON.stringify(next.refusal)}`)
    return next.value
  }, matter)
}
