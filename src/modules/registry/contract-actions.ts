import { z } from 'zod'
import { actionContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { UnitCode } from '../../kernel/region-code.ts'
import {
  IdentityFields,
  IdentityStatus,
  KinFields,
  MaskedField,
  PersonFields,
  Reason,
  ServiceFields,
  Sex,
  text,
  UnmaskPurpose,
} from './contract-file.ts'
import {
  AlreadyHeld,
  AlreadyRegistered,
  ChangedMeanwhile,
  FileClosed,
  InvalidFields,
  NoSuchPart,
  RegisteredElsewhere,
} from './contract-refusals.ts'

/** What a change answers: the version to send with the next one. */
const Saved = z.object({ personId: PersonId, version: z.int(), completeness: z.int() })
const SavedPart = Saved.extend({ id: z.uuid() })
/** Where a change comes from: a paper, a call, an import. */
const Source = text(200).nullish()

export const capturePerson = actionContract({
  name: 'person.capture',
  summary: 'Opens the file of a citizen (建档). Its id is the id of the action.',
  input: z.object({
    /** The station that will serve the person. */
    unitCode: UnitCode,
    person: PersonFields.extend({
      /** Only to be compared with what the id number says. */
      sex: Sex.nullish(),
      bornOn: PlainDate.nullish(),
    }),
    service: z.array(ServiceFields).max(10).default([]),
    identities: z.array(IdentityFields).max(10).default([]),
    kin: z.array(KinFields).max(20).default([]),
    source: Source,
  }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [InvalidFields, AlreadyRegistered, RegisteredElsewhere]),
  offline: true,
})

export const changePerson = actionContract({
  name: 'person.change',
  summary: 'Changes fields of a file: a field left out stays, null empties it. Edits of other fields made meanwhile are kept.',
  input: z.object({
    personId: PersonId,
    /** The version that the reader saw. */
    version: z.int().min(1),
    changes: PersonFields.partial(),
    reason: Reason,
    source: Source,
  }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [InvalidFields, AlreadyRegistered, RegisteredElsewhere, ChangedMeanwhile, FileClosed]),
  offline: true,
})

export const setService = actionContract({
  name: 'person.setService',
  summary: 'Sets the spells of service of a person, all of them.',
  input: z.object({ personId: PersonId, version: z.int().min(1), service: z.array(ServiceFields).max(10), reason: Reason, source: Source }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [InvalidFields, ChangedMeanwhile, FileClosed]),
})

export const addIdentity = actionContract({
  name: 'identity.add',
  summary: 'Adds an entitled identity; a person may hold several at once.',
  input: z.object({ personId: PersonId, identity: IdentityFields, reason: Reason, source: Source }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [InvalidFields, AlreadyHeld, FileClosed]),
})

export const setIdentityStatus = actionContract({
  name: 'identity.setStatus',
  summary: 'Moves an entitled identity along: claimed, evidence checked, confirmed, suspended.',
  input: z.object({ personId: PersonId, identityId: z.uuid(), status: IdentityStatus.exclude(['ended']), reason: Reason, source: Source }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [NoSuchPart, FileClosed, z.object({ code: z.literal('not-from-here'), status: IdentityStatus })]),
})

export const endIdentity = actionContract({
  name: 'identity.end',
  summary: 'Ends an entitled identity on a day.',
  input: z.object({ personId: PersonId, identityId: z.uuid(), toOn: PlainDate, reason: Reason, source: Source }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [InvalidFields, NoSuchPart, FileClosed]),
})

export const addKin = actionContract({
  name: 'kin.add',
  summary: 'Adds a member of the household or kin.',
  input: z.object({ personId: PersonId, kin: KinFields, reason: Reason }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [InvalidFields, FileClosed]),
})

export const changeKin = actionContract({
  name: 'kin.change',
  summary: 'Changes a member of the household or kin: a field left out stays, null empties it.',
  input: z.object({ personId: PersonId, kinId: z.uuid(), changes: KinFields.partial(), reason: Reason }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [InvalidFields, NoSuchPart, FileClosed]),
})

export const removeKin = actionContract({
  name: 'kin.remove',
  summary: 'Takes a member of the household or kin off the file; the versions keep it.',
  input: z.object({ personId: PersonId, kinId: z.uuid(), reason: Reason }),
  output: SavedPart,
  refusal: z.discriminatedUnion('code', [NoSuchPart, FileClosed]),
})

export const recordDeath = actionContract({
  name: 'person.recordDeath',
  summary: 'Records a death with its document. Ends nothing by itself: payments and identities are ended by those who decide on them.',
  input: z.object({
    personId: PersonId,
    deceasedOn: PlainDate,
    document: text(200).trim().min(2, { message: 'too-short' }),
    reason: Reason,
  }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [
    InvalidFields,
    FileClosed,
    z.object({ code: z.literal('already-recorded'), deceasedOn: PlainDate }),
  ]),
})

export const undoDeath = actionContract({
  name: 'person.undoDeath',
  summary: 'Takes a death off a file on which it was recorded by mistake: the person lives and is served again. Nothing else is undone.',
  input: z.object({
    personId: PersonId,
    /** The day that is taken back: if another one stands on the file by now, it was not this one that the clerk saw. */
    deceasedOn: PlainDate,
    reason: Reason,
    source: Source,
  }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [FileClosed, z.object({ code: z.literal('no-such-death') })]),
})

export const archivePerson = actionContract({
  name: 'person.archive',
  summary: 'Closes a file: after a death, an emigration, or because it should never have been opened.',
  input: z.object({
    personId: PersonId,
    version: z.int().min(1),
    ground: z.enum(['deceased', 'emigrated', 'notEntitled', 'error']),
    reason: Reason,
  }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [ChangedMeanwhile, FileClosed]),
})

export const reopenPerson = actionContract({
  name: 'person.reopen',
  summary: 'Opens an archived file again: the citizen came back, or it was closed by mistake.',
  input: z.object({ personId: PersonId, reason: Reason }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-archived') })]),
})

const UnmaskedKin = z.object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), bornOn: PlainDate.nullable() })

export const unmaskPerson = actionContract({
  name: 'person.unmask',
  summary: 'Shows fields of a file in full, once a purpose is given. Leaves a leaf in the journal and an entry on the file.',
  input: z.object({
    personId: PersonId,
    purpose: UnmaskPurpose,
    reason: text(500).trim().min(4, { message: 'too-short' }),
    fields: z.array(MaskedField).min(1).max(MaskedField.options.length),
  }),
  /** Only the fields that were asked for; null where the file has nothing. */
  output: z.object({
    personId: PersonId,
    name: z.string().optional(),
    citizenId: z.string().optional(),
    bornOn: PlainDate.optional(),
    phone: z.string().nullable().optional(),
    address: z.string().nullable().optional(),
    bankCard: z.string().nullable().optional(),
    kin: z.array(UnmaskedKin).optional(),
    /** How many more times today. */
    left: z.int(),
  }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('daily-limit'), limit: z.int() })]),
})

export const mergePersons = actionContract({
  name: 'person.merge',
  summary: 'Merges two files of one citizen: one is kept, the other closed and pointed to it. Can be undone until the kept file changes.',
  input: z.object({
    keptId: PersonId,
    keptVersion: z.int().min(1),
    mergedId: PersonId,
    mergedVersion: z.int().min(1),
    /** Fields whose value comes from the file that goes; fields that are empty in the kept one always do. */
    take: z
      .array(
        z.enum([
          'name',
          'citizenId',
          'phone',
          'address',
          'bankCard',
          'householdRegion',
          'residenceRegion',
          'politicalStatus',
          'maritalStatus',
          'education',
          'employment',
          'living',
        ]),
      )
      .max(12)
      .default([]),
    reason: Reason,
  }),
  output: Saved.extend({ mergeId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    ChangedMeanwhile,
    FileClosed,
    z.object({ code: z.literal('same-file') }),
    z.object({ code: z.literal('other-bureau') }),
    z.object({ code: z.literal('other-not-found') }),
  ]),
})

export const undoMerge = actionContract({
  name: 'person.undoMerge',
  summary: 'Undoes a merge: both files are as they were before it.',
  input: z.object({ mergeId: z.uuid(), reason: Reason }),
  output: Saved,
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('already-undone') }),
    z.object({ code: z.literal('changed-since') }),
    z.object({ code: z.literal('number-taken') }),
  ]),
})
