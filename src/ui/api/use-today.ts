import { PlainDate } from '../../kernel/plain-date.ts'
import { useSession } from './use-session.ts'

const CHINA_AHEAD = 8 * 3_600_000

/** The legal day in China by the server's clock; that of an office's machine may be anything. */
export function useToday(): PlainDate {
  const time = useSession().data?.time
  return PlainDate.parse(new Date((time === undefined ? Date.now() : Date.parse(time)) + CHINA_AHEAD).toISOString().slice(0, 10))
}
