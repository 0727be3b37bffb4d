import { daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { Clock } from './matter-type.ts'
import { lastDay, type WorkCalendar, workingDaysBetween } from './working-days.ts'

/** A clock of a matter: since when, until when, and what came between. All days are legal days in China. */
export interface RunningClock {
  readonly code: string
  readonly startedOn: PlainDate
  /** Days granted in all, in the clock's own kind of days. */
  readonly days: number
  readonly dueOn: PlainDate
  readonly pausedOn?: PlainDate
  /** Days of the clock's kind for which it stood still. */
  readonly pausedDays: number
  readonly extendedDays: number
  readonly stoppedOn?: PlainDate
}

export const startClock = (
  code: string,
  { clock, on }: { clock: Pick<Clock, 'days' | 'kind'>; on: PlainDate },
  calendar: WorkCalendar,
): RunningClock => ({
  code,
  startedOn: on,
  days: clock.days,
  dueOn: lastDay(on, clock, calendar),
  pausedDays: 0,
  extendedDays: 0,
})

export const isRunning = (clock: RunningClock): boolean => clock.stoppedOn === undefined

export const stopClock = (clock: RunningClock, on: PlainDate): RunningClock =>
  isRunning(clock) ? { ...withoutPause(clock), stoppedOn: on } : clock

export const pauseClock = (clock: RunningClock, on: PlainDate): RunningClock =>
  isRunning(clock) && clock.pausedOn === undefined ? { ...clock, pausedOn: on } : clock

/** Goes on with as many days as were left when it was paused. */
export function resumeClock(running: RunningClock, { clock, on }: { clock: Clock; on: PlainDate }, calendar: WorkCalendar): RunningClock {
  if (running.pausedOn === undefined || !isRunning(running)) return running
  const stood = clock.kind === 'calendar' ? daysBetween(running.pausedOn, on) : workingDaysBetween(running.pausedOn, on, calendar)
  const pausedDays = running.pausedDays + stood
  return { ...withoutPause(running), pausedDays, dueOn: dueOf({ ...running, pausedDays }, clock, calendar) }
}

export const canExtend = (running: RunningClock | undefined, clock: Clock): boolean =>
  running !== undefined && isRunning(running) && clock.extension !== undefined && running.extendedDays === 0

/** Lengthens once; a second time changes nothing. */
export function extendClock(running: RunningClock, clock: Clock, calendar: WorkCalendar): RunningClock {
  if (!canExtend(running, clock)) return running
  const extended = { ...running, extendedDays: clock.extension ?? 0 }
  return { ...extended, dueOn: dueOf(extended, clock, calendar) }
}

/** Past the last day, and not paused. */
export const isOverdue = (clock: RunningClock, today: PlainDate): boolean =>
  isRunning(clock) && clock.pausedOn === undefined && today > clock.dueOn

const withoutPause = ({ pausedOn: _, ...clock }: RunningClock): RunningClock => clock

const dueOf = (running: RunningClock, { kind }: Clock, calendar: WorkCalendar): PlainDate =>
  lastDay(running.startedOn, { kind, days: running.days + running.extendedDays + running.pausedDays }, calendar)
