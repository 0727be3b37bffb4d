import type { z } from 'zod'
import type { seeToday } from '../../contract.ts'

/** The day of one's place, as the panels of its page share it. */
export type Today = z.infer<typeof seeToday.output>
