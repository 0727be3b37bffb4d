import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { FileId, PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Notice, NoticeHead, RateKey, TableFault } from './contract-words.ts'

/** What a table changes, key by key, a year; and what that costs a year over the people of its place. */
const RateDiff = z.object({
  costFen: FenText,
  rows: z.array(z.object({ key: RateKey, beforeFen: FenText.nullable(), afterFen: FenText, people: z.int(), costFen: FenText })),
})
export type RateDiff = z.infer<typeof RateDiff>

export const RateEntry = z.object({
  /** Null for a table that comes with the program. */
  id: z.uuid().nullable(),
  place: RegionCode,
  notice: Notice,
  /** What must be looked at before live use; null where somebody entered it from the notice itself. */
  verify: z.string().nullable(),
  /** The day it was taken into force here; null while it waits. */
  knownOn: PlainDate.nullable(),
  /** Against what holds without it; null once it is in force. */
  diff: RateDiff.nullable(),
  can: z.object({ approve: z.boolean(), withdraw: z.boolean() }),
})
export type RateEntry = z.infer<typeof RateEntry>

export const listRates = viewContract({
  name: 'rate.list',
  summary:
    'Rate tables that hold at a place: the floors of the nation, the notices of the place and of those above it, and what waits to take effect',
  input: z.object({ place: RegionCode }),
  output: z.object({ entries: z.array(RateEntry), can: z.object({ enter: z.boolean(), enterFloor: z.boolean() }) }),
})

const Refusals = [
  z.object({ code: z.literal('not-an-office') }),
  z.object({ code: z.literal('floor-of-province') }),
  z.object({ code: z.literal('version-taken'), version: z.string() }),
  z.object({ code: z.literal('table-broken'), faults: z.array(TableFault) }),
] as const

export const enterRates = actionContract({
  name: 'rate.enter',
  summary: 'Enters a rate table from a notice; it takes effect once somebody else has approved it',
  input: z.object({ unitCode: UnitCode, notice: Notice }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [...Refusals]),
})

/** A row of an uploaded notice that cannot be read. */
export const WrongRow = z.object({
  row: z.int(),
  why: z.enum(['no-class', 'no-grade', 'no-cause', 'no-amount', 'finer-than-fen', 'no-unit']),
})

export const bringRates = actionContract({
  name: 'rate.bring',
  summary:
    'The same from a workbook or CSV of the notice, or from lines as they were typed or pasted: all of its rows, or none and what is wrong with them',
  input: z.object({
    unitCode: UnitCode,
    source: z.union([z.object({ fileId: FileId }), z.object({ sheet: z.string().min(1).max(20_000) })]),
    head: NoticeHead,
    unit: z.enum(['year', 'month']),
  }),
  output: z.object({ id: z.uuid(), rows: z.int() }),
  refusal: z.discriminatedUnion('code', [
    ...Refusals,
    z.object({ code: z.literal('no-such-file') }),
    z.object({ code: z.literal('unreadable'), sentence: z.string() }),
    z.object({ code: z.literal('rows-wrong'), rows: z.array(WrongRow) }),
  ]),
})

export const approveRates = actionContract({
  name: 'rate.approve',
  summary: 'Takes a rate table into force: by somebody who did not enter it, who saw what it costs a year',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('own-entry') }),
    z.object({ code: z.literal('already-settled') }),
    z.object({ code: z.literal('table-broken'), faults: z.array(TableFault) }),
  ]),
})

export const withdrawRates = actionContract({
  name: 'rate.withdraw',
  summary: 'Takes back a rate table that waits: it was entered wrongly',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('already-settled') })]),
})

/** Somebody whom a notice touches: masked, what changes a year, and what is owed for the months since it holds. */
export const TouchedPerson = z.object({
  personId: PersonId,
  nameMasked: z.string(),
  key: RateKey,
  beforeFen: FenText.nullable(),
  afterFen: FenText,
  raiseFen: FenText,
  /** Months from the first day of the notice to the last month, and what they are worth together. */
  owedMonths: z.int(),
  owedFen: FenText,
})
export type TouchedPerson = z.infer<typeof TouchedPerson>

export const listTouched = viewContract({
  name: 'rate.people',
  summary: 'Whom a notice touches at its place: who, how much, from when; as it waits or after it took force',
  input: z.object({ id: z.uuid(), page: z.int().min(0).max(100_000).default(0) }),
  output: z.object({
    effectiveFrom: PlainDate,
    rows: z.array(TouchedPerson),
    /** Of everybody whom it touches, not of the page. */
    people: z.int(),
    owedFen: FenText,
    pages: z.int(),
  }),
})
