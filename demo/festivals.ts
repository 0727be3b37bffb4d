import { LunarDay } from 'tyme4ts'
import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'

/** The days before a feast on which stations go round. */
export interface Season {
  readonly reason: 'armyDay' | 'springFestival'
  readonly lastOn: PlainDate
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function newYearOf(year: number): PlainDate {
  const day = LunarDay.fromYmd(year, 1, 1).getSolarDay()
  return `${year}-${twoDigits(day.getMonth())}-${twoDigits(day.getDay())}` as PlainDate
}

/** 八一 and Spring Festival of some years, the latest first. */
export function seasonsBetween(from: PlainDate, to: PlainDate): Season[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
    .flatMap((year): Season[] => [
      { reason: 'armyDay', lastOn: `${year}-08-01` as PlainDate },
      { reason: 'springFestival', lastOn: addDays(newYearOf(year), -1) },
    ])
    .filter(({ lastOn }) => lastOn > from && lastOn < to)
}
