import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Tier } from '../../../kernel/region-code.ts'
import { firstDay, lastDay, monthNumber, type Window } from './months.ts'

export const CLOSING_STATES = ['confirmed', 'returned', 'accepted', 'locked'] as const
export type ClosingState = (typeof CLOSING_STATES)[number]

interface Stated {
  readonly version: number
  readonly state: ClosingState
}

export const windowOf = (month: string): Window => {
  const number = monthNumber(`${month}-01`)
  return { from: firstDay(number), to: lastDay(number) }
}

/** The last day on which a month is confirmed in time: so many days into the next one. */
export function dueOn(month: string, tier: Tier, dueDay: Readonly<Partial<Record<Tier, number>>>): PlainDate {
  return addDays(windowOf(month).to, dueDay[tier] ?? 15)
}

/** What has been said last and not been returned. */
export const openOf = <One extends Stated>(versions: readonly One[]): One | undefined =>
  versions.findLast(({ state }) => state !== 'returned')

/** What may be cited: a locked version stands until the next one is locked; without any, what was said last. */
export const standingOf = <One extends Stated>(versions: readonly One[]): One | undefined =>
  versions.findLast(({ state }) => state === 'locked') ?? openOf(versions)

/** Whether the place above may count on it. */
export const isSettled = (closing: Stated | undefined): boolean => closing?.state === 'accepted' || closing?.state === 'locked'

type Values = Readonly<Record<string, { readonly value: number | null }>>

/** Codes whose figure is no longer what was stated. */
export const movedCodes = (stated: Values, live: Values): string[] =>
  Object.keys(live).filter((code) => !(code in stated) || stated[code]?.value !== live[code]?.value)
