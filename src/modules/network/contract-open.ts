import { z } from 'zod'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, Tier, UnitCode } from '../../kernel/region-code.ts'
import { UNIT_KINDS } from './domain/unit-rules.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** A unit as anybody may know it (decision 0026): nothing of its people. */
export const OpenUnit = z.object({
  unitCode: UnitCode,
  kind: z.enum(UNIT_KINDS),
  tier: Tier,
  name: z.string(),
  address: z.string(),
  /** Of the unit; empty where only somebody's mobile number was entered. */
  phone: z.string(),
  openingHours: z.string(),
  amenities: z.array(Words),
  /** What has never been open is not there. */
  status: z.enum(['open', 'suspended', 'merged', 'closed']),
  isBranch: z.boolean(),
  openedOn: PlainDate,
  closedOn: PlainDate.nullable(),
  /** Of one that was merged: where it went. */
  mergedInto: z.object({ unitCode: UnitCode, name: z.string() }).nullable(),
  /** Awards that it holds today; `level` says stars, where the scheme has them. */
  awards: z.array(Words.extend({ scheme: z.string(), level: z.int() })),
})
export type OpenUnit = z.infer<typeof OpenUnit>

const Named = z.object({ code: RegionCode, name: z.string() })

/** A place of the directory. */
export const OpenDirectory = z.object({
  place: Named.extend({ tier: Tier }),
  /** The places above, from the province down. */
  path: z.array(Named),
  units: z.array(OpenUnit),
  /** Who serves an address here: the open unit of the place, or the nearest one instead; null where there is none above either. */
  serving: OpenUnit.nullable(),
  /** The next tier above the one that serves. */
  above: OpenUnit.nullable(),
  /** The word for the tier below. */
  below: z.string().nullable(),
  children: z.array(
    Named.extend({
      /** Open centres and stations at and below it. */
      units: z.int(),
      /** Its own, where it has one that is open. */
      own: OpenUnit.pick({ unitCode: true, name: true, address: true, phone: true, openingHours: true }).nullable(),
    }),
  ),
  /** Of a division that has ended: what it became; empty where it was abolished. Null while it stands. */
  became: z.array(Named.extend({ parentName: z.string().optional() })).nullable(),
})
export type OpenDirectory = z.infer<typeof OpenDirectory>

/** Places found by what was typed: divisions are nobody's secret. */
export const OpenPlaces = z.object({ rows: z.array(Named.extend({ path: z.array(z.string()) })) })
export type OpenPlaces = z.infer<typeof OpenPlaces>
