import type { PlainDate } from '../../../kernel/plain-date.ts'
import { useSession } from '../../../ui/api/use-session.ts'

const CHINA_AHEAD = 8 * 3_600_000

/** The legal day by the server's clock; the clock of an office's machine may be anything. */
export function useToday(): PlainDate {
  const time = useSession().data?.time
  return new Date((time === undefined ? Date.now() : Date.parse(time)) + CHINA_AHEAD).toISOString().slice(0, 10) as PlainDate
}
