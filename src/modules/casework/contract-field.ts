import { z } from 'zod'
import { actionContract, NoRefusal, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'

const Place = z.union([RegionCode, UnitCode])
const Code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9.-]{0,59}$/)
const Instant = z.iso.datetime()

/** Text as a person types it: no control character but a line break. */
const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long' })
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

const Why = text(500).trim().min(2, { message: 'too-short' })

export const takeVillage = actionContract({
  name: 'field.take',
  summary: 'Takes a village along on a device for 72 hours: opens the lease under which its pack may be fetched',
  input: z.object({ deviceId: z.uuid(), unitCode: UnitCode }),
  output: z.object({ leaseId: z.uuid(), people: z.int(), takenAt: z.string(), expiresAt: z.string(), exportKey: z.string() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('too-many'), people: z.int(), limit: z.int() }),
    /** This very device was revoked: it was lost, or is somebody else's now. */
    z.object({ code: z.literal('device-revoked') }),
  ]),
})

export const LeaseState = z.enum(['alive', 'expired', 'revoked'])
export type LeaseState = z.infer<typeof LeaseState>

export const seeLease = viewContract({
  name: 'field.lease',
  summary: 'Whether a lease of the reader still stands; revoked, the device wipes what it took along',
  input: z.object({ leaseId: z.uuid() }),
  output: z.object({ state: LeaseState, expiresAt: z.string() }),
})

/** A person as a device carries one: masked to look at, with what they are found by. */
export const PackedPerson = z.object({
  id: PersonId,
  unitCode: UnitCode,
  version: z.int(),
  status: z.string(),
  nameMasked: z.string(),
  sex: z.enum(['male', 'female']),
  age: z.int(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  addressMasked: z.string().nullable(),
  classes: z.array(z.string()),
  completeness: z.int(),
  lastContactOn: PlainDate.nullable(),
  /** Sums of what may be typed, under the lease's own id: parts of the name, pinyin, initials, the last four of phone and id number. */
  keys: z.array(z.string()),
})
export type PackedPerson = z.infer<typeof PackedPerson>

export const seePack = viewContract({
  name: 'field.pack',
  summary: 'The people of a village as a device carries them along, under a lease that stands',
  input: z.object({ leaseId: z.uuid() }),
  output: z.object({ unitCode: UnitCode, expiresAt: z.string(), people: z.array(PackedPerson) }),
})

export const listLeases = viewContract({
  name: 'field.leases',
  summary: 'The devices that carry a village of a place along, latest first',
  input: Paging.extend({ place: Place }),
  output: paged(
    z.object({
      id: z.uuid(),
      unitCode: UnitCode,
      deviceId: z.uuid(),
      byName: z.string(),
      people: z.int(),
      takenAt: z.string(),
      expiresAt: z.string(),
      state: LeaseState,
    }),
  ),
})

export const revokeLease = actionContract({
  name: 'field.revoke',
  summary: 'Revokes what a device took along: wiped at its next contact, and this device takes nothing along again',
  input: z.object({ leaseId: z.uuid(), reason: Why }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-revoked') })]),
})

const Body = z.record(z.string().max(60), z.unknown()).refine((body) => JSON.stringify(body).length <= 20_000, { message: 'too-long' })

export const contestItem = actionContract({
  name: 'field.contest',
  summary: 'Hands over what a device recorded and the server could not take: kept beside what the server has, until a person chooses',
  input: z.object({
    itemId: z.uuid(),
    action: Code,
    body: Body,
    /** Why it was not taken: the code of the refusal. */
    code: Code,
    capturedAt: Instant,
    unitCode: UnitCode,
    personId: PersonId.optional(),
  }),
  output: z.object({ id: z.uuid() }),
  refusal: NoRefusal,
  offline: true,
})

/** A part of a file, as its device sealed it: at most a photo, which is a tenth of a megabyte or three. */
const Sealed = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .max(1_000_000)

/** What became of one part of a file. Nobody is named in it: whoever brings a file in need not be one who may read files. */
export const BroughtIn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), isKept: z.boolean() }),
  z.object({
    kind: z.literal('item'),
    itemId: z.uuid(),
    action: z.string(),
    byName: z.string(),
    capturedAt: z.string(),
    /** Delivered: it took effect, now or when the device itself had sent it. Claimed: it was refused, and waits for a person. */
    became: z.enum(['delivered', 'claimed']),
    code: z.string().nullable(),
  }),
])
export type BroughtIn = z.infer<typeof BroughtIn>

export const bringIn = actionContract({
  name: 'field.bringIn',
  summary: 'Brings in one part of a file that a device wrote because it could not send: as its author’s, under the id it was saved with',
  input: z.object({
    leaseId: z.uuid(),
    fileId: z.uuid(),
    part: z.int().min(1).max(5_000),
    parts: z.int().min(1).max(5_000),
    /** How many bytes the part had when it was written. */
    size: z.int().min(1),
    sealed: Sealed,
  }),
  output: BroughtIn,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('cut-short') }),
    /** Not what the device wrote under this lease, or not in this place of the file. */
    z.object({ code: z.literal('tampered') }),
    /** Whole and ours, and not a thing that this program knows. */
    z.object({ code: z.literal('not-readable') }),
    /** The device is sending this very item at this moment. */
    z.object({ code: z.literal('being-sent') }),
  ]),
})

/** One field in three versions; personal data is masked. */
export const ClaimField = z.object({ field: z.string(), device: z.string(), before: z.string().nullable(), now: z.string().nullable() })

export const Claim = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  personId: PersonId.nullable(),
  action: z.string(),
  code: z.string(),
  byName: z.string(),
  capturedAt: z.string(),
  madeAt: z.string(),
  fields: z.array(ClaimField),
  isSettled: z.boolean(),
  can: z.object({ settle: z.boolean() }),
})
export type Claim = z.infer<typeof Claim>

export const listClaims = viewContract({
  name: 'field.claims',
  summary: 'Two versions of the same thing, of a place or a person: those that wait for a choice',
  input: Paging.extend({ place: Place, personId: PersonId.optional(), settled: z.boolean().default(false) }),
  output: paged(Claim),
})

export const settleClaim = actionContract({
  name: 'field.settle',
  summary: 'Chooses between two versions, field by field; what is chosen from the device is written into the file as it stands now',
  input: z.object({ claimId: z.uuid(), choices: z.record(z.string().max(60), z.enum(['device', 'server'])).default({}), reason: Why }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-settled') }),
    z.object({ code: z.literal('choice-missing'), fields: z.array(z.string()) }),
    /** The file refuses what was chosen, as it would refuse it from a form. */
    z.object({ code: z.literal('cannot-be-written'), because: z.string() }),
  ]),
})
