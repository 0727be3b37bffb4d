import { z } from 'zod'
import file from '../../../data/network/schemes.json' with { type: 'json' }
import { Tier } from '../../kernel/region-code.ts'
import type { Scheme } from './domain/accreditation/scheme.ts'
import { UNIT_KINDS } from './domain/unit-rules.ts'

const Schemes = z.array(
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

/** The schemes of accreditation that are shipped (`data/network/schemes.json`). A file that does not read stops the start. */
export const SCHEMES: readonly Scheme[] = Schemes.parse(file.schemes)

export const schemeOf = (code: string): Scheme | undefined => SCHEMES.find((scheme) => scheme.code === code)
