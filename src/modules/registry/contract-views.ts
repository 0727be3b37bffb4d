import { z } from 'zod'
import { paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { ClassCode, Living, PersonStatus, Sex, text } from './contract-file.ts'

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

/** Five years of age, or all from a hundred on. */
export const AgeBand = z.object({ from: z.int(), men: z.int(), women: z.int() })
export type AgeBand = z.infer<typeof AgeBand>

export const listAges = viewContract({
  name: 'person.ages',
  summary: 'The people of a roster by five years of age and sex; bands without anybody are left out.',
  input: PersonFilter,
  output: z.object({ rows: z.array(AgeBand) }),
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
