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
  UnmaskPurpose,
} from './contract-file.ts'

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
    'handedOver',
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
