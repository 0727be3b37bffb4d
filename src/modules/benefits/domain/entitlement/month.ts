import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** Months counted from the year 0: they add up and compare as numbers. `2024-08` is 24,295. */
export const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The first day of a month. */
export const firstDay = (month: number): PlainDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as PlainDate

export const monthText = (month: number): string => firstDay(month).slice(0, 7)

/** January of the year after a day. */
export const nextJanuary = (day: string): number => (Number(day.slice(0, 4)) + 1) * 12

/**
 * What a month has of a yearly amount, in fen: what is due to its end less what was due to its beginning, both rounded
 * down, so that twelve months are the year to the fen (72,850 yuan do not divide by twelve).
 */
export function monthShare(annualFen: bigint, month: number, parts = 1n): bigint {
  const through = BigInt((month % 12) + 1)
  return (annualFen * through) / (12n * parts) - (annualFen * (through - 1n)) / (12n * parts)
}
