import { z } from 'zod'
import { Paging, paged, viewContract } from '../../kernel/contract.ts'
import { AccountId, PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import {
  Branch,
  ClassCode,
  DisabilityCause,
  Education,
  Employment,
  FileField,
  HonourKind,
  IdentityStatus,
  KinRelation,
  Living,
  MaritalStatus,
  MaskedField,
  PersonStatus,
  PlacementWay,
  PoliticalStatus,
  RankGroup,
  Sex,
  text,
  UnmaskPurpose,
} from './contract-file.ts'

const Place = z.union([RegionCode, UnitCode])

/** A person in a list: masked, enough to tell people apart at a desk. */
export const PersonRow = z.object({
  id: PersonId,
  unitCode: UnitCode,
  status: PersonStatus,
  nameMasked: z.string(),
  sex: Sex,
  age: z.int(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  addressMasked: z.string().nullable(),
  /** Open entitled identities. */
  classes: z.array(ClassCode),
  completeness: z.int(),
  lastContactOn: PlainDate.nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export const MatchKind = z.enum(['name', 'pinyin', 'initials', 'phone', 'citizenId'])
export type MatchKind = z.infer<typeof MatchKind>

export const findPerson = viewContract({
  name: 'person.find',
  summary: "One box: part of a name, pinyin, initials, the tail of a phone or id number (four digits and more), inside the reader's range.",
  input: z.object({
    query: text(60).trim().min(1, { message: 'missing' }),
    /** Narrower than the reader's range, when given. */
    place: Place.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: paged(PersonRow.extend({ match: MatchKind })),
})

export const PersonSort = z.enum(['unit', 'name', 'age', 'lastContact', 'completeness', 'captured'])

export const PersonFilter = z.object({
  place: Place,
  status: z
    .array(PersonStatus.exclude(['merged', 'transferred']))
    .max(3)
    .default(['active', 'deceased']),
  classCode: ClassCode.optional(),
  sex: Sex.optional(),
  minAge: z.int().min(0).max(150).optional(),
  maxAge: z.int().min(0).max(150).optional(),
  completenessBelow: z.int().min(0).max(101).optional(),
  /** Last contact before that day, or none ever. */
  noContactSince: PlainDate.optional(),
  living: Living.optional(),
  capturedFrom: PlainDate.optional(),
  capturedTo: PlainDate.optional(),
})
export type PersonFilter = z.infer<typeof PersonFilter>

export const listPersons = viewContract({
  name: 'person.list',
  summary: 'The roster of a place (花名册), filtered and sorted; the total comes with the first page.',
  input: PersonFilter.extend({
    sort: PersonSort.default('unit'),
    descending: z.boolean().default(false),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: paged(PersonRow),
})

export const ServiceSpell = z.object({
  id: z.uuid(),
  enlistedOn: PlainDate.nullable(),
  dischargedOn: PlainDate.nullable(),
  rankGroup: RankGroup.nullable(),
  branch: Branch.nullable(),
  placementWay: PlacementWay.nullable(),
  honours: z.array(z.object({ kind: HonourKind, year: z.int().nullable() })),
  combat: z.boolean(),
  nuclearTest: z.boolean(),
})

export const HeldIdentity = z.object({
  id: z.uuid(),
  classCode: ClassCode,
  grade: z.int().nullable(),
  cause: DisabilityCause.nullable(),
  basis: z.string().nullable(),
  status: IdentityStatus,
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
})

export const KinMember = z.object({
  id: z.uuid(),
  relation: KinRelation,
  nameMasked: z.string(),
  phoneMasked: z.string().nullable(),
  age: z.int().nullable(),
  isContact: z.boolean(),
  kinPersonId: PersonId.nullable(),
})

/** What the reader may do with this file now. The web shows a button where it is true. */
export const PersonCan = z.object({
  change: z.boolean(),
  recordDeath: z.boolean(),
  undoDeath: z.boolean(),
  archive: z.boolean(),
  reopen: z.boolean(),
  unmask: z.boolean(),
  merge: z.boolean(),
  transfer: z.boolean(),
  readVisits: z.boolean(),
  recordVisit: z.boolean(),
})

export const PersonFile = z.object({
  id: PersonId,
  unitCode: UnitCode,
  status: PersonStatus,
  version: z.int(),
  nameMasked: z.string(),
  sex: Sex,
  age: z.int(),
  birthYear: z.int(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  addressMasked: z.string().nullable(),
  bankCardMasked: z.string().nullable(),
  householdRegion: RegionCode,
  residenceRegion: RegionCode.nullable(),
  politicalStatus: PoliticalStatus.nullable(),
  maritalStatus: MaritalStatus.nullable(),
  education: Education.nullable(),
  employment: Employment.nullable(),
  living: Living.nullable(),
  deceasedOn: PlainDate.nullable(),
  capturedOn: PlainDate,
  updatedAt: z.iso.datetime(),
  lastContactOn: PlainDate.nullable(),
  completeness: z.int(),
  /** What the capture form asks for and the file does not have yet. */
  missing: z.array(z.string()),
  service: z.array(ServiceSpell),
  identities: z.array(HeldIdentity),
  kin: z.array(KinMember),
  /** Times that someone saw full data, in the last 90 days. */
  unmaskings90: z.int(),
  /** The file into which this one was merged. */
  mergedInto: PersonId.nullable(),
  can: PersonCan,
})
export type PersonFile = z.infer<typeof PersonFile>

export const getPerson = viewContract({
  name: 'person.get',
  summary: 'The whole file of a person, masked.',
  input: z.object({ personId: PersonId }),
  output: PersonFile,
})

export const VersionRow = z.object({
  version: z.int(),
  changedAt: z.iso.datetime(),
  changedBy: AccountId,
  reason: z.string(),
  source: z.string().nullable(),
  /** Field by field, masked as on the file: null where there was or is nothing. Lists (service, identities, kin) say how many. */
  changes: z.array(z.object({ field: FileField, before: z.string().nullable(), after: z.string().nullable() })),
})

export const listVersions = viewContract({
  name: 'person.versions',
  summary: 'Who changed what on a file, when and why, newest first.',
  input: Paging.extend({ personId: PersonId }),
  output: paged(VersionRow),
})

export const TimelineEntry = z.object({
  kind: z.enum([
    'captured',
    'changed',
    'died',
    'deathUndone',
    'archived',
    'reopened',
    'transferAsked',
    'transferSettled',
    'transferred',
    'merged',
    'mergeUndone',
    'unmasked',
  ]),
  at: z.iso.datetime(),
  by: AccountId.nullable(),
  /** Row to look at: version number, transfer, merge or unmasking. */
  ref: z.string(),
  fields: z.array(z.string()),
  text: z.string().nullable(),
  /** Present on a merge that can still be undone. */
  canUndo: z.boolean(),
})

export const listTimeline = viewContract({
  name: 'person.timeline',
  summary: 'Everything that was done to a file, newest first.',
  input: Paging.extend({ personId: PersonId }),
  output: paged(TimelineEntry),
})

export const Unmasking = z.object({
  id: z.uuid(),
  accountId: AccountId,
  purpose: UnmaskPurpose,
  reason: z.string(),
  fields: z.array(MaskedField),
  seenAt: z.iso.datetime(),
})

export const listUnmaskings = viewContract({
  name: 'person.unmaskings',
  summary: 'Who saw the full data of a person, when and why, newest first.',
  input: Paging.extend({ personId: PersonId }),
  output: paged(Unmasking),
})

export const EntitlementClass = z.object({
  code: ClassCode,
  zh: z.string(),
  en: z.string(),
  /** The usual six classes, and the two that lie outside them. */
  category: z.enum(['disabled', 'threeKin', 'demobilised', 'returnedIll', 'warOrTest', 'elderly', 'collection']),
  /** The person served; otherwise they are kin, and the form asks for no service. */
  served: z.boolean(),
  /** Needs a grade and a cause. */
  graded: z.boolean(),
  source: z.string(),
})
export type EntitlementClass = z.infer<typeof EntitlementClass>

export const listCodes = viewContract({
  name: 'person.codes',
  summary: 'What the capture form offers: entitlement classes, and the daily limit of unmasking.',
  input: z.object({}),
  output: z.object({ classes: z.array(EntitlementClass), unmaskLimit: z.int() }),
})
