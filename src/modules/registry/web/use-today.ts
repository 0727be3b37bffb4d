import { dayInChina } from '../../../kernel/china-time.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { useSession } from '../../../ui/api/use-session.ts'

/** The legal day by the server's clock; the clock of a station's machine may be anything. */
export const useToday = (): PlainDate => dayInChina(useSession().data?.time ?? new Date().toISOString())
