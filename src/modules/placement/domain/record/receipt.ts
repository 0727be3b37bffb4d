import { z } from 'zod'
import { pseudonymOf } from './commit.ts'
import type { Sha256 } from './digest.ts'
import { Code, Hex32, Words } from './words.ts'

export const RECEIPT_FORMAT = 'guidui-placement-receipt/1'

/**
 * What one person needs to find only themselves in the record: who they are to the office, the salt of their pseudonym,
 * what was committed, and the link that their turn or their list left in the chain.
 */
export const Receipt = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  round: Code,
  commitment: Hex32,
  person: Words,
  salt: Hex32,
  pseudonym: Hex32,
  links: z.array(z.strictObject({ seq: z.int().min(1), hash: Hex32 })),
})
export type Receipt = z.infer<typeof Receipt>

/** A receipt; `links` are those that name this person, as far as the round has gone. */
export function receiptOf(sha256: Sha256, known: Omit<Receipt, 'format' | 'pseudonym'>): Receipt {
  const { round, person, salt } = known
  return { format: RECEIPT_FORMAT, ...known, pseudonym: pseudonymOf(sha256, { round, person, salt }) }
}
