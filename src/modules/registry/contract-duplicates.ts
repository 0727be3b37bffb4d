import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Reason } from './contract-file.ts'
import { PersonRow } from './contract-views.ts'

/** What two files have in common: the sound of the whole name, the day of birth, the phone, the last eight of the id number. */
export const DuplicateSign = z.enum(['sound', 'birth', 'phone', 'idEnd'])
export type DuplicateSign = z.infer<typeof DuplicateSign>

export const SuspicionStatus = z.enum(['open', 'dismissed'])

export const DuplicateRow = z.object({
  id: z.uuid(),
  signs: z.array(DuplicateSign),
  status: SuspicionStatus,
  foundOn: PlainDate,
  /** Why it was dismissed. */
  reason: z.string().nullable(),
  person: PersonRow,
  other: PersonRow,
  can: z.object({ merge: z.boolean(), dismiss: z.boolean() }),
})
export type DuplicateRow = z.infer<typeof DuplicateRow>

export const listDuplicates = viewContract({
  name: 'duplicate.list',
  summary: 'Pairs of files at a place that may be of one citizen, the newest first. Only pairs of which both lie in the place.',
  input: Paging.extend({ place: z.union([RegionCode, UnitCode]), status: SuspicionStatus.default('open') }),
  output: paged(DuplicateRow),
})

export const dismissDuplicate = actionContract({
  name: 'duplicate.dismiss',
  summary: 'Says with a reason that two files are of two citizens after all; the pair is not suspected again.',
  input: z.object({ suspicionId: z.uuid(), reason: Reason }),
  output: z.object({ suspicionId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('suspicion-settled') })]),
})
