import { z } from 'zod'
import { FieldIssue, FileField } from './contract-file.ts'

/** Something typed cannot be: every such field at once, so that a form can show them all. */
export const InvalidFields = z.object({ code: z.literal('invalid-fields'), issues: z.array(FieldIssue) })

/** The citizen has a file in the actor's own range. */
export const AlreadyRegistered = z.object({ code: z.literal('already-registered'), personId: z.uuid() })

/** The citizen has a file somewhere else. Nothing of it is said; `transfer.ask` may ask its station for it. */
export const RegisteredElsewhere = z.object({ code: z.literal('registered-elsewhere') })

/** Someone else saved the same fields after this reader read them. */
export const ChangedMeanwhile = z.object({
  code: z.literal('changed-meanwhile'),
  /** The version to read before trying again. */
  version: z.int(),
  /** Which of the fields just sent the other one changed. */
  fields: z.array(FileField),
})

/** The file is closed: archived, merged into another, or handed over. */
export const FileClosed = z.object({ code: z.literal('file-closed') })

/** No record of that id belongs to this file. */
export const NoSuchPart = z.object({ code: z.literal('no-such-part') })

/** The class is already held (an open one of the same code). */
export const AlreadyHeld = z.object({ code: z.literal('already-held') })
