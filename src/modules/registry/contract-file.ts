import { z } from 'zod'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import * as codes from './domain/codes.ts'

/** Text as a person types it: at most `max` characters, else the code `too-long`; no control character but a line break. */
export const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long', abort: true })
    .refine((typed) => !STRAY.test(typed), { message: 'control-character' })

/** Looks for the one bad character: a pattern for the whole text would go ten megabytes deep. */
const STRAY = /[^\P{Cc}\n]/u

/** Why something is done: kept beside what was done, so it is never empty. */
export const Reason = text(500).trim().min(2, { message: 'too-short' })

export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>
export const PoliticalStatus = z.enum(codes.POLITICAL_STATUSES)
export const MaritalStatus = z.enum(codes.MARITAL_STATUSES)
export const Education = z.enum(codes.EDUCATIONS)
export const Employment = z.enum(codes.EMPLOYMENTS)
export const Living = z.enum(codes.LIVINGS)
export const RankGroup = z.enum(codes.RANK_GROUPS)
export const Branch = z.enum(codes.BRANCHES)
export const PlacementWay = z.enum(codes.PLACEMENT_WAYS)
export const HonourKind = z.enum(codes.HONOUR_KINDS)
export const IdentityStatus = z.enum(codes.IDENTITY_STATUSES)
export type IdentityStatus = z.infer<typeof IdentityStatus>
export const DisabilityCause = z.enum(codes.DISABILITY_CAUSES)
export const KinRelation = z.enum(codes.KIN_RELATIONS)
export const PersonStatus = z.enum(codes.PERSON_STATUSES)
export type PersonStatus = z.infer<typeof PersonStatus>
export const UnmaskPurpose = z.enum(codes.UNMASK_PURPOSES)
export const MaskedField = z.enum(codes.MASKED_FIELDS)
export type MaskedField = z.infer<typeof MaskedField>
export const FileField = z.enum(codes.FILE_FIELDS)
export type FileField = z.infer<typeof FileField>

/** A class of data/entitlement-classes.json: `DIS`, `KIN-M`, `WAR`. Which ones there are, `person.codes` says. */
export const ClassCode = z
  .string()
  .max(40, { message: 'too-long' })
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, { message: 'not-a-class-code' })

/**
 * One field that cannot be accepted as it was typed: where (`citizenId`, `service.0.dischargedOn`), what, and what the
 * sentence about it may name (the expected check digit, the position). Never an echo of the value.
 */
export const FieldIssue = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FieldIssue = z.infer<typeof FieldIssue>

/** Who the person is and how they live, as typed. Numbers are read as people write them: full-width, spaced, lower-case x. */
export const PersonFields = z.object({
  name: text(60).min(1, { message: 'missing' }),
  /** 18 characters, or the 15 of before 1999. */
  citizenId: text(40).min(1, { message: 'missing' }),
  phone: text(40).nullish(),
  address: text(200).nullish(),
  bankCard: text(40).nullish(),
  /** Where the household is registered (户籍): must be a division on the day. */
  householdRegion: RegionCode,
  /** Where the person lives, when elsewhere. */
  residenceRegion: RegionCode.nullish(),
  politicalStatus: PoliticalStatus.nullish(),
  maritalStatus: MaritalStatus.nullish(),
  education: Education.nullish(),
  employment: Employment.nullish(),
  living: Living.nullish(),
})
export type PersonFields = z.infer<typeof PersonFields>

export const Honour = z.object({ kind: HonourKind, year: z.int().min(1921).max(2100).nullish() })
export type Honour = z.infer<typeof Honour>

/** One spell of service. Never a unit designation, garrison or mission. */
export const ServiceFields = z.object({
  enlistedOn: PlainDate.nullish(),
  dischargedOn: PlainDate.nullish(),
  rankGroup: RankGroup.nullish(),
  branch: Branch.nullish(),
  placementWay: PlacementWay.nullish(),
  honours: z.array(Honour).max(30).default([]),
  /** 参战 */
  combat: z.boolean().default(false),
  /** 参试 */
  nuclearTest: z.boolean().default(false),
})
export type ServiceFields = z.infer<typeof ServiceFields>

export const IdentityFields = z.object({
  classCode: ClassCode,
  /** 1–10, for classes that have grades. */
  grade: z.int().min(1).max(10).nullish(),
  cause: DisabilityCause.nullish(),
  /** Number or name of the certificate that it rests on. */
  basis: text(200).nullish(),
  fromOn: PlainDate.nullish(),
})
export type IdentityFields = z.infer<typeof IdentityFields>

export const KinFields = z.object({
  relation: KinRelation,
  name: text(60).min(1, { message: 'missing' }),
  phone: text(40).nullish(),
  bornOn: PlainDate.nullish(),
  /** Whom to call. */
  isContact: z.boolean().default(false),
  /** Where the kin has a file in the actor's range. */
  kinPersonId: z.uuid().nullish(),
})
export type KinFields = z.infer<typeof KinFields>
