import { z } from 'zod'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'

/** A mobile number of the mainland; demo numbers begin with 100. */
export const MobilePhone = z.string().regex(/^1\d{10}$/, { message: 'not-a-phone' })

/** A file that a personal account may open: its own, or that of somebody who has given it authority. */
export const BoundFile = z.object({
  personId: PersonId,
  /** 本人 or 代办. */
  as: z.enum(['self', 'agent']),
  /** Of an agent: the last day of the authority, and the kinds of matters it covers (null: all). */
  untilOn: PlainDate.nullable(),
  kinds: z.array(z.string()).nullable(),
  /** Full for the person, masked for an agent; null where the file has closed since. */
  name: z.string().nullable(),
})
export type BoundFile = z.infer<typeof BoundFile>

export const PersonalAccount = z.object({
  phoneMasked: z.string(),
  /** Empty until the account is bound to a file. */
  files: z.array(BoundFile),
  /** The file that is open now; null where none is bound. */
  personId: PersonId.nullable(),
  endsAt: z.iso.datetime(),
})
export type PersonalAccount = z.infer<typeof PersonalAccount>

/** A demo person in words; only where demo data is loaded. */
export const DemoPerson = z.object({
  phone: z.string(),
  words: z.string(),
  citizenId: z.string().optional(),
  doorCode: z.string().optional(),
})
export type DemoPerson = z.infer<typeof DemoPerson>

export const PersonalSession = z.object({
  account: PersonalAccount.nullable(),
  demoPeople: z.array(DemoPerson).optional(),
  time: z.iso.datetime(),
})
export type PersonalSession = z.infer<typeof PersonalSession>

export const AskCodeBody = z.object({ phone: MobilePhone })
/** `demoCode` only where demo data is loaded and messages go to the console. */
export const AskCodeAnswer = z.object({ waitSeconds: z.int(), validMinutes: z.int(), demoCode: z.string().optional() })
export const PersonalSignInBody = z.object({ phone: MobilePhone, code: z.string().regex(/^\d{6}$/, { message: 'not-a-code' }) })
export const OpenFileBody = z.object({ personId: PersonId })
export const BindBody = z.object({
  citizenId: z.string().min(15).max(24),
  code: z.string().regex(/^\d{4}[ -]?\d{4}$/, { message: 'not-a-code' }),
})

/** Every way in which the routes of /me's own session say no. */
export const PersonalRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('code-wrong') }),
  z.object({ code: z.literal('code-run-out') }),
  z.object({ code: z.literal('too-many-tries'), waitSeconds: z.int().positive() }),
  z.object({ code: z.literal('message-not-sent') }),
  z.object({ code: z.literal('not-signed-in') }),
  /** The id number and the station's code do not belong together; which of them is wrong is not said. */
  z.object({ code: z.literal('no-such-door') }),
  z.object({ code: z.literal('file-not-yours') }),
])
export type PersonalRefusal = z.infer<typeof PersonalRefusal>

export const PersonalRefused = z.object({ refusal: PersonalRefusal })
