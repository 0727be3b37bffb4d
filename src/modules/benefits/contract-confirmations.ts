import { z } from 'zod'
import { Paging, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { UnitCode } from '../../kernel/region-code.ts'

/** By how near an entitlement is to being stopped: the nearest first. It says nothing of the person. */
export const CONFIRMATION_RISKS = ['failed', 'overdue', 'toCheck', 'due', 'notBegun'] as const
export const ConfirmationRisk = z.enum(CONFIRMATION_RISKS)
export type ConfirmationRisk = z.infer<typeof ConfirmationRisk>

export const listConfirming = viewContract({
  name: 'benefit.confirming',
  summary: 'Whose pay waits for the yearly confirmation of this year, the entitlements nearest to being stopped first',
  input: Paging.extend({ unitCode: UnitCode }),
  output: z.object({
    year: z.int(),
    confirmed: z.int(),
    byRisk: z.record(ConfirmationRisk, z.int()),
    /** Entitlements suspended for want of a confirmation although it has been made since. */
    toResume: z.int(),
    rows: z.array(
      z.object({
        personId: PersonId,
        nameMasked: z.string(),
        classCodes: z.array(z.string()),
        /** Null where it was confirmed, and the pay can go on. */
        risk: ConfirmationRisk.nullable(),
        dueOn: PlainDate.nullable(),
        isSuspended: z.boolean(),
        matterId: z.uuid().nullable(),
      }),
    ),
    next: z.string().optional(),
  }),
})
