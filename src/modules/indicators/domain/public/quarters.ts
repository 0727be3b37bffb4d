import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { firstDay, lastDay, monthNumber, type Window } from '../months.ts'

const nameOf = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`

/** The last `count` quarters that were over before a day, the newest first. One that is not over would tell by how much it grew. */
export function quartersBefore(today: PlainDate, count: number): string[] {
  const now = Math.floor(monthNumber(today) / 3)
  return Array.from({ length: count }, (_, at) => nameOf(now - 1 - at))
}

/** `2026-Q2` from its first to its last day. */
export function windowOfQuarter(quarter: string): Window {
  const first = Number(quarter.slice(0, 4)) * 12 + (Number(quarter.slice(6)) - 1) * 3
  return { from: firstDay(first), to: lastDay(first + 2) }
}
