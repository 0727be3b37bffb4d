import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'

/** ASCII, because items stand in the record of a round whose keys are sorted the same in every language. */
const ItemCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { message: 'not-an-item-code' })

const SchemeItem = z.object({
  code: ItemCode,
  group: z.enum(['service', 'reward', 'commendation', 'disability', 'hardship', 'special', 'deduction']),
  zh: z.string().trim().min(1).max(60),
  /** Hundredths of a point for one unit. */
  points: z.int().min(-100_000).max(100_000),
  unit: z.enum(['halfYear', 'each', 'once', 'month', 'day']),
  atLeast: z.int().min(1).max(1200).optional(),
})

const ServiceRule = z.object({
  first: ItemCode,
  firstHalfYears: z.int().min(1).max(80),
  beyond: ItemCode,
  halfUpToMonths: z.int().min(0).max(11),
})

const isCountedInHalfYears = ({ items, service }: { items: z.infer<typeof SchemeItem>[]; service: z.infer<typeof ServiceRule> }): boolean =>
  [service.first, service.beyond].every((code) => items.find((one) => one.code === code)?.unit === 'halfYear')

/** A version of the score table, as a file or a county gives it: see domain/score/scheme.ts. */
export const Scheme = z
  .object({
    code: ItemCode,
    version: z.string().trim().min(1).max(40),
    title: z.string().trim().min(2).max(120),
    source: z.string().trim().min(2).max(800),
    leavingFrom: PlainDate,
    leavingTo: PlainDate.nullable(),
    service: ServiceRule,
    items: z.array(SchemeItem).min(2).max(200),
    oneOf: z.array(z.string()).default(['disability']),
  })
  .refine(({ items }) => new Set(items.map(({ code }) => code)).size === items.length, { message: 'item-twice', path: ['items'] })
  .refine(isCountedInHalfYears, { message: 'service-items-missing', path: ['service'] })
  .refine(({ leavingFrom, leavingTo }) => leavingTo === null || leavingTo >= leavingFrom, {
    message: 'ends-before-it-begins',
    path: ['leavingTo'],
  })
export type Scheme = z.infer<typeof Scheme>

/** What a version does otherwise than the one before it. */
export const SchemeDiff = z.object({
  beforeVersion: z.string(),
  added: z.array(SchemeItem),
  removed: z.array(SchemeItem),
  changed: z.array(z.object({ before: SchemeItem, after: SchemeItem })),
  isServiceChanged: z.boolean(),
})

export const SchemeEntry = z.object({
  /** Null: shipped with the program. */
  id: z.uuid().nullable(),
  scheme: Scheme,
  isInForce: z.boolean(),
  enteredOn: PlainDate.nullable(),
  diff: SchemeDiff.nullable(),
  can: z.object({ approve: z.boolean() }),
})
export type SchemeEntry = z.infer<typeof SchemeEntry>

export const listSchemes = viewContract({
  name: 'scheme.list',
  summary: 'Versions of the score table at a place, and what each does otherwise than the one before it',
  input: z.object({ place: z.union([RegionCode, UnitCode]) }),
  output: z.object({ schemes: z.array(SchemeEntry), can: z.object({ enter: z.boolean() }) }),
})

export const enterScheme = actionContract({
  name: 'scheme.enter',
  summary: 'Enters a version of the score table for who leaves from a day on; it counts once another officer has approved it',
  input: z.object({ unitCode: UnitCode, scheme: Scheme }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-a-county') }),
    z.object({ code: z.literal('version-taken'), version: z.string() }),
  ]),
})

export const approveScheme = actionContract({
  name: 'scheme.approve',
  summary: 'Lets a version take effect, after looking at what it changes; never by who entered it',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-approved') }), z.object({ code: z.literal('own-entry') })]),
})
