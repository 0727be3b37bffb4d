import { dayInChina } from '../../kernel/china-time.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { useSession } from './use-session.ts'

/** The legal day in China by the server's clock; that of an office's machine may be anything. */
export function useToday(): PlainDate {
  const time = useSession().data?.time
  return dayInChina(time ?? Date.now())
}
