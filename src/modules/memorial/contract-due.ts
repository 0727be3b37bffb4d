import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { RegionCode } from '../../kernel/region-code.ts'

export const countPatrolsDue = viewContract({
  name: 'patrol.due',
  summary: 'How many facilities of a place wait for this month’s patrol, and how many repairs are overdue or wait to be accepted',
  input: z.object({ place: RegionCode }),
  output: z.object({ due: z.int(), overdue: z.int(), toAccept: z.int() }),
})
