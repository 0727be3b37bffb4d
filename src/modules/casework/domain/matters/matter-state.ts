import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { type Answers, askedAnswers, checkAnswers, type FieldIssue } from './answers.ts'
import { holds, type MatterType, type Outcome, type Seat, type Step } from './matter-type.ts'
import {
  canExtend,
  extendClock,
  isOverdue,
  isRunning,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
  stopClock,
} from './running-clock.ts'
import type { SettingName } from './settings.ts'
import type { WorkCalendar } from './working-days.ts'

/** Where a matter stands: everything that its steps have made of it, and nothing else. */
export interface MatterState {
  readonly state: string
  readonly answers: Answers
  readonly clocks: readonly RunningClock[]
  /** How many steps were taken: the version of the matter. */
  readonly steps: number
  /** Who took which step last, by account or person: maker is not checker. */
  readonly takenBy: Readonly<Record<string, string>>
  /** Who stepped aside (回避). */
  readonly recused: readonly string[]
}

/** A step as it was taken, enough to take it again: the journal of a matter. */
export interface TakenStep {
  readonly step: string
  readonly seat: Seat
  readonly by: string
  readonly on: PlainDate
  readonly answers?: Answers
  readonly reason?: string
}

export type StepRefusal =
  | { readonly code: 'not-from-here'; readonly state: string }
  | { readonly code: 'not-your-turn'; readonly waitsFor: Seat }
  | { readonly code: 'too-late'; readonly dueOn: PlainDate; readonly article: string }
  | { readonly code: 'not-run-out' }
  | { readonly code: 'not-applicable' }
  | { readonly code: 'already-extended' }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'answers-wrong'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'same-hand'; readonly step: string }
  | { readonly code: 'recused' }
  | { readonly code: 'authority-ended'; readonly endedOn: PlainDate }
  | { readonly code: 'outside-authority' }

/** What must be so around the walk: the declaration, the days on which offices work, the settings of the place. */
export interface Rules {
  readonly type: MatterType
  readonly calendar: WorkCalendar
  readonly setting?: (name: SettingName, on: PlainDate) => string | undefined
}

export const BEGIN = 'begin'

/** Begins a matter with its answers. */
export function begin(rules: Rules, taken: Omit<TakenStep, 'step'>): Result<MatterState, StepRefusal> {
  const { type, setting } = rules
  const { seat, by, on, answers = {} } = taken
  if (!type.begins.by.includes(seat)) return refuse({ code: 'not-your-turn', waitsFor: type.begins.by[0] ?? 'applicant' })
  const issues = checkAnswers(type.fields, answers, { today: on, setting })
  if (issues.length > 0) return refuse({ code: 'answers-wrong', issues })
  const asked = askedAnswers(type.fields, answers)
  const start = { state: type.begins.state, answers: asked, clocks: [], steps: 1, takenBy: { [BEGIN]: by }, recused: [] }
  return ok(withClocks(rules, start, { starts: type.begins.starts ?? [], on }))
}

/** Takes a step, or says why it cannot be taken. */
export function take(rules: Rules, matter: MatterState, taken: TakenStep): Result<MatterState, StepRefusal> {
  const step = rules.type.steps[taken.step]
  if (!step?.from.includes(matter.state)) return refuse({ code: 'not-from-here', state: matter.state })
  const refusal = whyNot(rules, matter, { step, taken })
  if (refusal) return refuse(refusal)
  const answers = { ...matter.answers, ...askedAnswers(step.fields ?? [], taken.answers ?? {}, matter.answers) }
  const moved = {
    ...matter,
    state: step.to,
    answers,
    steps: matter.steps + 1,
    takenBy: { ...matter.takenBy, [taken.step]: taken.by },
    recused: step.recuses ? [...matter.recused, taken.by] : matter.recused,
  }
  return ok(withClocks(rules, moved, { ...step, on: taken.on }))
}

interface Attempt {
  readonly step: Step
  readonly taken: TakenStep
}

const whyNot = (rules: Rules, matter: MatterState, attempt: Attempt): StepRefusal | undefined =>
  whyNotThey(matter, attempt) ??
  whyNotNow(rules.type, matter, attempt) ??
  whyNotForAnother(rules.type, matter, attempt) ??
  whyNotSo(rules, matter, attempt)

function whyNotThey(matter: MatterState, { step, taken }: Attempt): StepRefusal | undefined {
  if (!step.by.includes(taken.seat)) return { code: 'not-your-turn', waitsFor: step.by[0] ?? 'station' }
  if (matter.recused.includes(taken.by)) return { code: 'recused' }
  const maker = step.notBy?.find((other) => matter.takenBy[other] === taken.by)
  return maker === undefined ? undefined : { code: 'same-hand', step: maker }
}

function whyNotNow(type: MatterType, matter: MatterState, { step, taken }: Attempt): StepRefusal | undefined {
  const open = clockOf(matter, step.within)
  if (open && isOverdue(open, taken.on)) return { code: 'too-late', dueOn: open.dueOn, article: type.clocks[open.code]?.article ?? '' }
  const lapsing = clockOf(matter, step.lapses)
  if (step.lapses !== undefined && !(lapsing && isOverdue(lapsing, taken.on))) return { code: 'not-run-out' }
  const extended = step.extends === undefined ? undefined : clockFor(type, step.extends)
  return extended && !canExtend(clockOf(matter, step.extends), extended) ? { code: 'already-extended' } : undefined
}

/** An authority ends with its last day, and covers the acts that it names. */
function whyNotForAnother({ authority }: MatterType, { answers }: MatterState, { step, taken }: Attempt): StepRefusal | undefined {
  const until = authority && answers[authority.until]
  if (step.underAuthority === undefined || typeof until !== 'string') return undefined
  if (taken.on > until) return { code: 'authority-ended', endedOn: until as PlainDate }
  const scope = answers[authority?.scope ?? '']
  return Array.isArray(scope) && scope.includes(step.underAuthority) ? undefined : { code: 'outside-authority' }
}

function whyNotSo({ setting }: Rules, matter: MatterState, { step, taken }: Attempt): StepRefusal | undefined {
  if (step.reason && (taken.reason ?? '').trim().length < 2) return { code: 'reason-needed' }
  const issues = checkAnswers(step.fields ?? [], taken.answers ?? {}, { today: taken.on, known: matter.answers, setting })
  if (issues.length > 0) return { code: 'answers-wrong', issues }
  return holds(step.when, { ...matter.answers, ...taken.answers }) ? undefined : { code: 'not-applicable' }
}

/** The documents that a step needs, by what was answered. */
export function documentsNeeded({ documents, steps }: MatterType, { answers }: MatterState, code: string): readonly string[] {
  const needs = steps[code]?.needsDocuments ?? false
  if (typeof needs !== 'boolean') return needs
  return needs ? documents.filter(({ required, when }) => required && holds(when, answers)).map((document) => document.code) : []
}

const clockOf = (matter: MatterState, code: string | undefined): RunningClock | undefined =>
  matter.clocks.findLast((clock) => clock.code === code && isRunning(clock))

interface ClockWork extends Partial<Pick<Step, 'starts' | 'stops' | 'pauses' | 'resumes' | 'extends'>> {
  readonly on: PlainDate
}

/** An end stops whatever still runs. */
function withClocks({ type, calendar }: Rules, matter: MatterState, work: ClockWork): MatterState {
  const { on } = work
  const isFinal = type.states[matter.state]?.outcome !== undefined
  const clocks = matter.clocks.map((running) => {
    const clock = type.clocks[running.code]
    if (!clock || !isRunning(running)) return running
    if (isFinal || work.stops?.includes(running.code)) return stopClock(running, on)
    if (work.pauses?.includes(running.code)) return pauseClock(running, on)
    if (work.resumes?.includes(running.code)) return resumeClock(running, { clock, on }, calendar)
    return work.extends === running.code ? extendClock(running, clock, calendar) : running
  })
  const started = isFinal ? [] : (work.starts ?? []).map((code) => startOf({ type, calendar }, code, { matter, on }))
  return { ...matter, clocks: [...clocks, ...started] }
}

function startOf({ type, calendar }: Rules, code: string, { matter, on }: { matter: MatterState; on: PlainDate }): RunningClock {
  const clock = type.clocks[code]
  if (!clock) throw new Error(`${type.code} starts a clock ${code} that it does not declare`)
  const named = clock.from === undefined ? undefined : matter.answers[clock.from]
  const days = clock.daysFrom === undefined ? undefined : matter.answers[clock.daysFrom]
  const period = { kind: clock.kind, days: typeof days === 'number' ? days : clock.days }
  return startClock(code, { clock: period, on: typeof named === 'string' ? (named as PlainDate) : on }, calendar)
}

/** The steps that a seat could take now, in the order of the declaration. */
export const stepsFor = ({ type }: Rules, matter: MatterState, seats: readonly Seat[]): readonly string[] =>
  Object.entries(type.steps)
    .filter(([, step]) => step.from.includes(matter.state) && step.by.some((seat) => seats.includes(seat)))
    .filter(([, { extends: code }]) => code === undefined || canExtend(clockOf(matter, code), clockFor(type, code)))
    .map(([code]) => code)

function clockFor(type: MatterType, code: string) {
  const clock = type.clocks[code]
  if (!clock) throw new Error(`${type.code} has no clock ${code}`)
  return clock
}

const isTicking = (clock: RunningClock): boolean => isRunning(clock) && clock.pausedOn === undefined

const firstOf = (clocks: readonly RunningClock[]): RunningClock | undefined =>
  clocks.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))[0]

/** The deadline that comes first, of those that somebody must keep: a window in which one may ask is none. */
export const nextDeadline = ({ type }: Rules, { clocks }: MatterState): RunningClock | undefined =>
  firstOf(clocks.filter((clock) => isTicking(clock) && !type.clocks[clock.code]?.isWindow))

/** The step that the clock takes next, and the last day before it. */
export function nextLapse({ type }: Rules, matter: MatterState): { step: string; clock: RunningClock } | undefined {
  const waiting = Object.entries(type.steps).flatMap(([step, { lapses, from }]) => {
    const clock = from.includes(matter.state) ? clockOf(matter, lapses) : undefined
    return clock && isTicking(clock) ? [{ step, clock }] : []
  })
  const first = firstOf(waiting.map(({ clock }) => clock))
  return waiting.find(({ clock }) => clock === first)
}

/** How it ended, where it did. */
export const outcomeOf = ({ type }: Rules, { state }: MatterState): Outcome | undefined => type.states[state]?.outcome

/** Whose turn it is; nobody's where it has ended. */
export const holderOf = ({ type }: Rules, { state }: MatterState): Seat | undefined => type.states[state]?.waitsFor

/** The state that the steps make when they are taken again from the beginning. */
export function replay(rules: Rules, steps: readonly TakenStep[]): Result<MatterState, StepRefusal> {
  const [first, ...others] = steps
  if (!first) throw new Error('a matter without a first step')
  let matter = begin(rules, first)
  for (const step of others) {
    if (!matter.ok) return matter
    matter = take(rules, matter.value, step)
  }
  return matter
}
