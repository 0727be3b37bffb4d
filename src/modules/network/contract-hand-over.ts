import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { line } from './contract-words.ts'

/** What may lie at a unit. */
export const LOADS = [
  'files',
  'archived',
  'plans',
  'matters',
  'needs',
  'pairings',
  'claims',
  'helpers',
  'standing',
  'transfers',
  'devices',
  'posts',
  'accounts',
] as const

/**
 * Something that lies at a unit. `goes`: with a hand-over it goes `along`; it `ends` with the unit; it `stays` until somebody
 * else moves it; it has to be settled `first`.
 */
export const Load = z.object({
  code: z.enum(LOADS),
  /** Of which kind, where a load has kinds. */
  of: z.object({ code: z.string(), zh: z.string(), en: z.string() }).optional(),
  count: z.int(),
  overdue: z.int().optional(),
  /** The earliest deadline. */
  dueOn: PlainDate.optional(),
  goes: z.enum(['along', 'ends', 'stays', 'first']),
})
export type Load = z.infer<typeof Load>

export const HandOverState = z.object({
  id: z.uuid(),
  toUnit: UnitCode,
  toName: z.string(),
  reason: z.string(),
  status: z.enum(['running', 'done', 'stopped']),
  files: z.int(),
  moved: z.int(),
  askedAt: z.iso.datetime(),
  askedBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
})
export type HandOverState = z.infer<typeof HandOverState>

const Unit = z.object({ unitCode: UnitCode, name: z.string() })

export const loads = viewContract({
  name: 'network.loads',
  summary: 'What lies at a unit that is to be closed or merged, or has been: files, visits due, open matters, and who may take it over.',
  input: z.object({ unitCode: UnitCode }),
  output: z.object({
    unit: Unit,
    rows: z.array(Load),
    /** Open stations of the bureau that may take it over, the likeliest first. */
    heirs: z.array(Unit.extend({ why: z.enum(['division', 'merged', 'township']) })),
    /** The last hand-over of this unit. */
    handOver: HandOverState.nullable(),
    can: z.object({ handOver: z.boolean() }),
  }),
})

export const orphans = viewContract({
  name: 'network.orphans',
  summary: 'Units at and below a place that are over, or whose division has ended, and at which files still lie.',
  input: z.object({ place: RegionCode }),
  output: z.object({
    rows: z.array(
      Unit.extend({
        files: z.int(),
        why: z.enum(['closed', 'merged', 'divisionEnded']),
        /** Since when. */
        on: PlainDate,
        isUnderWay: z.boolean(),
      }),
    ),
    can: z.object({ handOver: z.boolean() }),
  }),
})

/** To whom, and why. */
export const HandOverTo = z.object({ toUnit: UnitCode, reason: line(200).min(2) })

export const HandOverRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('same-unit') }),
  z.object({ code: z.literal('unknown-heir') }),
  z.object({ code: z.literal('other-bureau') }),
  z.object({ code: z.literal('heir-is-over') }),
  z.object({ code: z.literal('heir-not-yet'), from: PlainDate }),
  z.object({ code: z.literal('not-a-station') }),
  z.object({ code: z.literal('nothing-there') }),
  z.object({ code: z.literal('transfers-open'), count: z.int() }),
  z.object({ code: z.literal('under-way') }),
])
export type HandOverRefusal = z.infer<typeof HandOverRefusal>

export const handOver = actionContract({
  name: 'network.handOver',
  summary:
    'Hands everything that lies at a station to another of the bureau: files with their visits due, matters, agreements and claims, and what stands of its work. Large ones go on in the background.',
  input: HandOverTo.extend({ unitCode: UnitCode }),
  output: HandOverState,
  refusal: HandOverRefusal,
})
