import type { PlainDate } from '../../../kernel/plain-date.ts'
import { useSession } from '../../../ui/api/use-session.ts'
import { dayInChina } from './read-day.ts'

/** The legal day by the server's clock; the clock of a station's machine may be anything. */
export const useToday = (): PlainDate => dayInChina(useSession().data?.time ?? new Date().toISOString())
