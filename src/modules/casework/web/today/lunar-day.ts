import { SolarDay } from 'tyme4ts'

/** The lunar month and day as an almanac names them: 2025-06-10 is 五月十五. */
export function lunarDay(day: string): string {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay()
  return lunar.getLunarMonth().getName() + lunar.getName()
}
