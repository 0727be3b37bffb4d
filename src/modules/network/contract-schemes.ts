import { z } from 'zod'
import { Tier } from '../../kernel/region-code.ts'
import { UNIT_KINDS } from './domain/unit-rules.ts'

const Band = z.strictObject({ from: z.int().min(0), below: z.int().min(1).optional() })

/** How village stations come in waves by the clients they serve (A010): large ones first. The upper end lies outside the band. */
export const Bands = z.strictObject({ large: Band, middle: Band.required(), small: Band.required() })

/** The file of schemes of accreditation (`data/network/schemes.json`); what does not read stops the start. */
export const Schemes = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-zA-Z]{1,40}$/),
    zh: z.string().min(1),
    en: z.string().min(1),
    kinds: z.array(z.enum(UNIT_KINDS)).min(1),
    tiers: z.array(Tier).min(1),
    levels: z.int().min(0).max(5),
    chain: z.array(Tier).min(1),
    publicDays: z.int().min(0),
    validMonths: z.int().min(1),
    minClients: z.int().min(0),
    criteria: z.array(z.strictObject({ code: z.string(), zh: z.string().min(1), en: z.string().min(1) })).min(1),
  }),
)
