import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import { atFirstUse } from '../../../../../platform/text/at-first-use.ts'
import type { WorkCalendar } from '../../../domain/matters/working-days.ts'

/** Centuries of both calendars: for whoever has a term to count. */
const calendars = atFirstUse<typeof import('tyme4ts')>('tyme4ts')

const known = new Map<PlainDate, boolean>()

/**
 * Working days in China: the State Council's yearly notices of holidays and of the weekend days worked in exchange, as
 * tyme4ts carries them; for a year whose notice it does not know yet, weekends only.
 */
export const workCalendar: WorkCalendar = {
  isWorkday(day) {
    const found = known.get(day)
    if (found !== undefined) return found
    const is = isWorkday(day)
    known.set(day, is)
    return is
  },
}

function isWorkday(day: PlainDate): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const { LegalHoliday, SolarDay } = calendars()
  const holiday = LegalHoliday.fromYmd(year, month, date)
  if (holiday) return holiday.isWork()
  const weekday = SolarDay.fromYmd(year, month, date).getWeek().getIndex()
  return weekday !== 0 && weekday !== 6
}
