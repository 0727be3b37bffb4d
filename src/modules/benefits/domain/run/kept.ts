import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { isGraded } from '../entitlement/classes.ts'
import type { Course, Holding, SuspensionReason } from '../entitlement/course.ts'
import { nextJanuary } from '../entitlement/month.ts'
import type { Cause, Period } from '../rates/rate-table.ts'

/** A class that somebody is paid for, as two officers took it into pay. */
export interface KeptEntitlement {
  readonly classCode: string
  readonly grade: number | null
  readonly cause: Cause | null
  /** Of DEMOB: when they enlisted. */
  readonly period: Period | null
  readonly serviceYears: number
  readonly bornOn: PlainDate
  readonly place: RegionCode
  /** The first day for which this county pays. */
  readonly paysFrom: PlainDate
  readonly endedOn: PlainDate | null
  readonly isMinor: boolean
}

export const EVENT_KINDS = ['regraded', 'died', 'suspended', 'resumed', 'moved', 'schooled', 'mental', 'ended', 'takenBack'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What happened to somebody, and the day on which it was known here. */
export interface LifeEvent {
  readonly id: string
  readonly kind: EventKind
  readonly effectiveOn: PlainDate
  /** Of several classes, the one it is about; null for all. */
  readonly classCode: string | null
  readonly grade: number | null
  readonly cause: Cause | null
  readonly reason: SuspensionReason | null
  readonly place: RegionCode | null
  /** The event that was a mistake. */
  readonly cancels: string | null
}

/** What the file says without an event: a death, or that another bureau took it over. */
export interface FileEnd {
  readonly diedOn: PlainDate | null
  readonly goneOn: PlainDate | null
}
/** Another bureau took the file over, and handed it back. */
export interface Absence {
  readonly goneOn: PlainDate
  readonly backOn: PlainDate
}
export const OPEN_FILE: FileEnd = { diedOn: null, goneOn: null }

/** Events that stand, in the order in which they hold. */
export function standing(events: readonly LifeEvent[]): LifeEvent[] {
  const mistaken = new Set(events.flatMap(({ cancels }) => (cancels === null ? [] : [cancels])))
  return events
    .filter(({ id, kind }) => kind !== 'takenBack' && !mistaken.has(id))
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
}

/** The last day of the year: the old county pays it, the new one from January (《烈士褒扬条例》22). */
const endOfYear = (day: PlainDate): PlainDate => `${day.slice(0, 4)}-12-31` as PlainDate

/** The earliest of some days; null where there is none. */
const first = (days: readonly (PlainDate | null | undefined)[]): PlainDate | null =>
  days.reduce<PlainDate | null>((least, day) => (day && (least === null || day < least) ? day : least), null)

/** Suspensions with their ends: a resumption ends whatever is open on its day. */
function suspensionsOf(events: readonly LifeEvent[]): Course['suspensions'] {
  const ends = events.filter(({ kind }) => kind === 'resumed').map(({ effectiveOn }) => effectiveOn)
  return events.flatMap(({ kind, reason, effectiveOn }) =>
    kind === 'suspended' && reason !== null ? [{ reason, from: effectiveOn, to: ends.find((day) => day >= effectiveOn) ?? null }] : [],
  )
}

/** What somebody is paid by: entitlements as they were approved, what happened since, and how the file ended; `bureau` is whose money it is. */
export function courseOfKept(
  held: readonly KeptEntitlement[],
  events: readonly LifeEvent[],
  { file = OPEN_FILE, absences = [], bureau }: { file?: FileEnd; absences?: readonly Absence[]; bureau: string },
): Course {
  const happened = standing(events)
  const of = (kind: EventKind) => happened.filter((event) => event.kind === kind)
  const moves = of('moved').flatMap(({ effectiveOn: on, place: to }) => (to === null ? [] : [{ on, to }]))
  const left = first([file.goneOn, ...moves.filter(({ to }) => !to.startsWith(bureau)).map(({ on }) => on)])
  const course = { happened, left }
  return {
    bornOn: held[0]?.bornOn ?? ('1900-01-01' as PlainDate),
    diedOn: of('died').at(-1)?.effectiveOn ?? file.diedOn,
    place: held[0]?.place ?? (`${bureau}000000` as RegionCode),
    moves: moves.filter(({ to }) => to.startsWith(bureau)),
    holdings: held.map((one) => holdingOf(one, course)),
    // The county in which a year begins pays the whole of it, both ways.
    away: absences.map(({ goneOn, backOn }) => ({ from: nextJanuary(goneOn), until: nextJanuary(backOn) })),
    suspensions: suspensionsOf(happened),
  }
}

function holdingOf(one: KeptEntitlement, { happened, left }: { happened: readonly LifeEvent[]; left: PlainDate | null }): Holding {
  const mine = happened.filter(({ classCode }) => classCode === null || classCode === one.classCode)
  const ended = mine.filter(({ kind }) => kind === 'ended').map(({ effectiveOn }) => effectiveOn)
  return {
    classCode: one.classCode,
    grade: one.grade,
    cause: one.cause,
    period: one.period,
    approvedOn: one.paysFrom,
    endedOn: first([one.endedOn, ...ended, left && endOfYear(left)]),
    regrades: mine.flatMap(({ kind, effectiveOn: on, grade, cause }) =>
      kind === 'regraded' && grade !== null && cause !== null && isGraded(one) ? [{ on, grade, cause }] : [],
    ),
    serviceYears: one.serviceYears,
    leftArmyOn: null,
    isMinor: one.isMinor,
    exemptUntil: mine.findLast(({ kind }) => kind === 'schooled')?.effectiveOn ?? null,
    isMental: mine.some(({ kind }) => kind === 'mental'),
    mentalFrom: mine.find(({ kind }) => kind === 'mental')?.effectiveOn ?? null,
  }
}
