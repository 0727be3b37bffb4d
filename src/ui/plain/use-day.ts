import { dayInChina } from '../../kernel/china-time.ts'
import { usePersonalSession } from '../personal/use-personal.ts'
import { day } from '../text/format.ts'

/** Today in China by the server's clock, `YYYY-MM-DD`: a phone may believe anything. */
export function usePlainToday(): string {
  const time = usePersonalSession().data?.time
  return dayInChina(time ?? Date.now())
}

/** A day as people say it: 6 月 10 日 this year, 2024-12-16 in another. */
export function useDay(): (plainDate: string) => string {
  const thisYear = Number(usePlainToday().slice(0, 4))
  return (plainDate) => day(plainDate, thisYear)
}
