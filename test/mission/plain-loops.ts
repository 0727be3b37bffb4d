import { isWithin, rangeOf, type Tier, tierOf, type UnitCode } from '../../src/kernel/region-code.ts'
import type { Asked } from './figures.ts'
import type { PlainRecord } from './plain-records.ts'

/**
 * What a figure must be, by plain loops over the records that are left: knows nothing of facts, indicators or cells, so
 * that it can tell which figures depend on a record, and by how much. `atFirst` are the records before any was taken back.
 */
export type Plain = (records: readonly PlainRecord[], asked: Asked, atFirst: readonly PlainRecord[]) => number

/** Answers that a record must bear; a list is any of them. */
export type Where = Readonly<Record<string, string | readonly string[]>>

const numberOf = ({ values }: PlainRecord, field: string): number => Number(values[field] ?? '0')

const fits = ({ values }: PlainRecord, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => [wanted].flat().includes(values[field] ?? ''))

const isIn = ({ on, unitCode }: PlainRecord, { from, to, place }: Asked): boolean =>
  on >= from && on <= to && isWithin(unitCode, rangeOf(place))

const stands = (record: PlainRecord, asked: Asked): boolean =>
  isIn(record, { ...asked, from: '0001-01-01' as Asked['from'] }) && (record.until === null || record.until > asked.to)

const total = (records: readonly PlainRecord[], field: string | undefined): number =>
  records.reduce((sum, record) => sum + (field === undefined ? 1 : numberOf(record, field)), 0)

/** Records of the period, counted, or a number of theirs added up. */
export const done =
  (kind: string, where: Where = {}, field?: string): Plain =>
  (records, asked) =>
    total(
      records.filter((record) => record.kind === kind && isIn(record, asked) && fits(record, where)),
      field,
    )

/** Records that stand on the last day, counted, or a number of theirs added up. */
export const standing =
  (kind: string, where: Where = {}, field?: string): Plain =>
  (records, asked) =>
    total(
      records.filter((record) => record.kind === kind && stands(record, asked) && fits(record, where)),
      field,
    )

/** How many different answers a choice got. */
export const different =
  (kind: string, field: string): Plain =>
  (records, asked) =>
    new Set(records.filter((record) => record.kind === kind && isIn(record, asked)).map(({ values }) => values[field])).size

export const monthsWith =
  (kind: string): Plain =>
  (records, asked) =>
    new Set(records.filter((record) => record.kind === kind && isIn(record, asked)).map(({ on }) => on.slice(0, 7))).size

/** Days on which a kind was recorded up to the last day, the first first; of the very place where `own`. */
const daysOf = (records: readonly PlainRecord[], kind: string, asked: Asked): string[] =>
  records
    .filter((record) => record.kind === kind && record.on <= asked.to && isWithin(record.unitCode, rangeOf(asked.place)))
    .map(({ on }) => on)
    .toSorted()

/** How many different answers a choice has among what stands on the last day. */
export const differentStanding =
  (kind: string, field: string): Plain =>
  (records, asked) =>
    new Set(records.filter((record) => record.kind === kind && stands(record, asked)).map(({ values }) => values[field])).size

/** How many places of some tiers have such a record of their own standing on the last day. */
export const placesWith =
  (kind: string, { where = {}, tiers }: { where?: Where; tiers: readonly Tier[] }): Plain =>
  (records, asked) =>
    new Set(
      records
        .filter((record) => record.kind === kind && stands(record, asked) && fits(record, where))
        .map(({ unitCode }) => unitCode.slice(0, 12) as UnitCode)
        .filter((unit) => tiers.includes(tierOf(unit))),
    ).size

/** The greatest number among what stands on the last day. */
export const greatestStanding =
  (kind: string, where: Where, field: string): Plain =>
  (records, asked) => {
    const found = records.filter((record) => record.kind === kind && stands(record, asked) && fits(record, where))
    return found.length === 0 ? Number.NaN : Math.max(...found.map((record) => numberOf(record, field)))
  }

/** The first year of a kind. */
export const since =
  (kind: string): Plain =>
  (records, asked) =>
    Number(daysOf(records, kind, asked)[0]?.slice(0, 4) ?? Number.NaN)

/** The day on which the place itself first recorded a kind, as 20190130. */
export const firstOwnDay =
  (kind: string): Plain =>
  (records, asked) => {
    const own = records.filter(({ unitCode }) => unitCode === asked.place)
    return Number(daysOf(own, kind, asked)[0]?.replaceAll('-', '') ?? Number.NaN)
  }

export const greatest =
  (kind: string, where: Where, field: string): Plain =>
  (records, asked) => {
    const found = records.filter((record) => record.kind === kind && isIn(record, asked) && fits(record, where))
    return found.length === 0 ? Number.NaN : Math.max(...found.map((record) => numberOf(record, field)))
  }

/** Years with such a record without a gap, up to the last of the period, which itself may still be without. */
export const yearsRunning =
  (kind: string, where: Where): Plain =>
  (records, asked) => {
    const years = new Set(
      daysOf(
        records.filter((record) => fits(record, where)),
        kind,
        asked,
      ).map((on) => Number(on.slice(0, 4))),
    )
    const last = Number(asked.to.slice(0, 4))
    const from = years.has(last) ? last : last - 1
    let running = 0
    while (years.has(from - running)) running += 1
    return running
  }
