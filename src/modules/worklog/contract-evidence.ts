import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { FileId } from '../../kernel/id.ts'

/** The most files that one record is shown by. */
export const MOST_EVIDENCE = 20

/** Photos and documents that the actor has sent (POST /api/evidence; a photo from the field POST /api/photos) and given nowhere yet. */
export const EvidenceDrafts = z
  .array(FileId)
  .max(MOST_EVIDENCE, { message: 'too-many' })
  .refine((ids) => new Set(ids).size === ids.length, { message: 'twice' })
  .default([])

const refusals = [
  z.object({ code: z.literal('evidence-not-found') }),
  z.object({ code: z.literal('already-attached') }),
  z.object({ code: z.literal('too-much-evidence'), most: z.int() }),
] as const

export const EvidenceRefusal = z.discriminatedUnion('code', [...refusals])
export type EvidenceRefusal = z.infer<typeof EvidenceRefusal>

/** GET /api/papers/:id shows it to whoever may read the record. */
export const Evidence = z.object({ id: FileId, isPicture: z.boolean(), addedAt: z.string() })

export const attachEvidence = actionContract({
  name: 'work.attach',
  summary: 'Adds a photo or a document to a record of work as its evidence',
  input: z.object({ recordId: z.uuid(), fileId: FileId }),
  output: z.object({ recordId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    ...refusals,
    z.object({ code: z.literal('already-corrected'), by: z.uuid() }),
    z.object({ code: z.literal('is-a-counter-record') }),
  ]),
})
