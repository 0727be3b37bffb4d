import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { SITE_FAULTS, SITE_LEVELS, SITE_TYPES } from './domain/sites/site.ts'

/** Why a facility was not published: its record, or one of its fields. */
export const HeldBack = z.object({
  recordId: z.uuid(),
  why: z.enum([...SITE_FAULTS, 'not-found', 'not-a-site', 'no-longer-stands']),
  /** The field of the form that it is about. */
  field: z.string().optional(),
})
export type HeldBack = z.infer<typeof HeldBack>

export const publishSites = actionContract({
  name: 'site.publish',
  summary: 'Publishes memorial facilities of a bureau on the public map, as their records stand; says which were held back and why',
  input: z.object({
    /** The place of the records: all of them lie at or below it, and in its bureau. */
    unitCode: UnitCode,
    recordIds: z
      .array(z.uuid())
      .min(1)
      .max(500)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'twice' }),
  }),
  output: z.object({ published: z.int(), held: z.array(HeldBack) }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('nothing-published'), held: z.array(HeldBack) })]),
})

export const takeBackSite = actionContract({
  name: 'site.takeBack',
  summary: 'Takes a memorial facility off the public map; its record stays',
  input: z.object({ recordId: z.uuid(), reason: z.string().trim().min(2, { message: 'too-short' }).max(300) }),
  output: z.object({ recordId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-published') })]),
})

/** `waiting`: a record that stands and was never published; `hidden`: it was, and was taken back. */
export const SiteState = z.enum(['waiting', 'shown', 'hidden'])

export const SiteOnDesk = z.object({
  recordId: z.uuid(),
  unitCode: UnitCode,
  name: z.string(),
  type: z.string(),
  level: z.string(),
  keeper: z.string(),
  state: SiteState,
  publishedOn: PlainDate.nullable(),
})
export type SiteOnDesk = z.infer<typeof SiteOnDesk>

export const listSites = viewContract({
  name: 'site.list',
  summary: 'The memorial facilities of a place whose records stand, and whether each is on the public map',
  input: Paging.extend({ place: z.union([RegionCode, UnitCode]), state: SiteState.optional() }),
  output: paged(SiteOnDesk).extend({ can: z.object({ publish: z.boolean() }) }),
})

/** A facility as anybody sees it (decision 0026). */
const OpenSite = z.object({
  unitCode: UnitCode,
  placeName: z.string(),
  name: z.string(),
  type: z.enum(SITE_TYPES),
  level: z.enum(SITE_LEVELS),
  keeper: z.string(),
  place: z.string(),
  address: z.string(),
  phone: z.string(),
  openingHours: z.string(),
  point: z.object({ latitude: z.number(), longitude: z.number(), datum: z.enum(['WGS-84', 'GCJ-02']) }).nullable(),
  publishedOn: PlainDate,
})
export type OpenSite = z.infer<typeof OpenSite>

const Named = z.object({ code: RegionCode, name: z.string() })

/** A place of the public map. */
export const OpenMemorials = z.object({
  place: Named.extend({ isNation: z.boolean() }),
  path: z.array(Named),
  /** The word for the tier below, and the picture in words of where those places lie. */
  below: z.string().nullable(),
  drawing: z.string().nullable(),
  children: z.array(Named.extend({ sites: z.int() })),
  /** Entered for the place itself, and so in none of its children. */
  own: z.int(),
  total: z.int(),
  levels: z.array(z.object({ level: z.enum(SITE_LEVELS), sites: z.int() })),
  /** One page of them, the highest level first. */
  page: z.int(),
  pages: z.int(),
  first: z.int(),
  sites: z.array(OpenSite),
})
export type OpenMemorials = z.infer<typeof OpenMemorials>
