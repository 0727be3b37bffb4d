import { z } from 'zod'
import { Tier } from '../../kernel/region-code.ts'
import { AREAS, DUTIES, PRESENCES, QUANTITY_UNITS } from './domain/kind.ts'

const name = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { message: 'too-short' })
    .max(max, { message: 'too-long' })
    .regex(/^[^\p{Cc}]*$/u, { message: 'control-character' })

/** Letters only, so that the facts of a kind can bear its name; a place's own kinds are numbered by the program. */
export const KindCode = z.string().regex(/^([a-z][a-zA-Z]{1,23}|p\d{2,12}n\d{1,4})$/, { message: 'not-a-kind' })
const FieldCode = z.string().regex(/^[a-z][a-zA-Z]{0,19}$/, { message: 'not-a-field' })

const Choice = z.strictObject({ code: z.string().regex(/^[a-z][a-zA-Z0-9]{0,23}$/), zh: name(40), en: name(60) })

export const KindField = z.strictObject({
  code: FieldCode,
  zh: name(30),
  en: name(60),
  type: z.enum(['text', 'note', 'number', 'money', 'date', 'choice']),
  required: z.boolean().default(false),
  unit: z.enum(QUANTITY_UNITS).optional(),
  choices: z.array(Choice).min(2).max(40).optional(),
  atMost: FieldCode.optional(),
})
export type KindField = z.infer<typeof KindField>

const FORM = {
  zh: name(30),
  en: name(80),
  duty: z.enum(DUTIES),
  /** The tiers of unit for which it may be recorded. */
  tiers: z.array(Tier).min(1).max(6),
  state: z.boolean().default(false),
  people: z.enum(PRESENCES).default('none'),
  organisation: z.enum(PRESENCES).default('none'),
  fields: z.array(KindField).max(20),
}

/** A kind of record, as `data/worklog/*.json` and an office's own kinds say it. */
export const WorkKind = z.strictObject({
  code: KindCode,
  version: z.int().min(1),
  area: z.enum(AREAS),
  mechanisms: z.array(z.string().regex(/^A\d{3}$/)),
  /** The workflow that has the same work step by step; the kind stays for what was done without it. */
  grewInto: z.strictObject({ zh: name(30), en: name(60) }).optional(),
  ...FORM,
})
export type WorkKind = z.infer<typeof WorkKind>

/** What an officer says of a kind for the own range; code and version are the program's. */
export const KindForm = z.strictObject({ ...FORM, area: z.enum(AREAS) })
export type KindForm = z.infer<typeof KindForm>
