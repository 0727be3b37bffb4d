import { z } from 'zod'
import { viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { SEATS } from './domain/matters/matter-type.ts'

/** The name of a kind, a step, a field or a state in its declaration. */
export const Code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)

export const Words = z.object({ zh: z.string(), en: z.string() })

export const Seat = z.enum(SEATS)

/** How somebody came: 窗口、电话、网上、上门、代办. */
export const Channel = z.enum(['window', 'phone', 'me', 'home', 'agent'])
export type Channel = z.infer<typeof Channel>

/** How a matter ended; handedOver: it goes on in another bureau, with the file of its person. */
export const Outcome = z.enum(['granted', 'refused', 'withdrawn', 'lapsed', 'handled', 'handedOver'])

/** Text as a person types it: no control character but a line break. */
export const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long' })
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

/** What was answered, by the codes of the fields; each kind says more in its own declaration. */
export const Answers = z.record(Code, z.union([text(4_000), z.boolean(), z.number(), z.array(text(200)).max(100)]))
export type Answers = z.infer<typeof Answers>

/** What is wrong with one answer. */
export const FieldIssue = z.object({ field: z.string(), code: z.string(), limit: z.number().optional(), day: PlainDate.optional() })

const Condition = z.object({ field: z.string(), is: z.array(z.union([z.string(), z.boolean()])), not: z.boolean().optional() })

export const Field = z.object({
  code: Code,
  name: Words,
  kind: z.enum(['text', 'longText', 'choice', 'choices', 'day', 'number', 'yesNo', 'money', 'phone', 'people']),
  hint: Words.optional(),
  required: z.boolean().optional(),
  choices: z.array(z.object({ code: Code, name: Words })).optional(),
  when: Condition.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  past: z.boolean().optional(),
  future: z.boolean().optional(),
  fromFile: z.string().optional(),
  onRoster: z.boolean().optional(),
})
export type Field = z.infer<typeof Field>

/** How a photo must be: pixels, dots an inch, bytes. */
const PhotoSpec = z.object({ width: z.int(), height: z.int(), dpi: z.int(), leastBytes: z.int(), mostBytes: z.int() })

export const DocumentAsk = z.object({
  code: Code,
  name: Words,
  required: z.boolean(),
  when: Condition.optional(),
  hint: Words.optional(),
  photo: PhotoSpec.optional(),
})

/** A kind of matter as a page needs it: what to ask, and the drawing of its states. */
export const MatterKind = z.object({
  code: Code,
  version: z.int(),
  name: Words,
  articles: z.array(z.string()),
  about: z.enum(['person', 'anyone']),
  onMe: z.boolean(),
  fields: z.array(Field),
  documents: z.array(DocumentAsk),
  begins: z.object({ by: z.array(Seat), state: z.string() }),
  states: z.array(z.object({ code: Code, name: Words, waitsFor: Seat.nullable(), outcome: Outcome.nullable(), rests: z.boolean() })),
  steps: z.array(
    z.object({
      code: Code,
      name: Words,
      from: z.array(z.string()),
      to: z.string(),
      by: z.array(Seat),
      clocks: z.object({
        starts: z.array(z.string()),
        stops: z.array(z.string()),
        lapses: z.string().nullable(),
        within: z.string().nullable(),
      }),
      isBack: z.boolean(),
    }),
  ),
  clocks: z.array(
    z.object({
      code: Code,
      name: Words,
      days: z.int(),
      kind: z.enum(['calendar', 'working']),
      owner: Seat,
      article: z.string(),
      extension: z.int().nullable(),
      isWindow: z.boolean(),
    }),
  ),
})
export type MatterKind = z.infer<typeof MatterKind>

export const listKinds = viewContract({
  name: 'matter.kinds',
  summary: 'The kinds of matters that can be begun today, or one kind in a version',
  input: z.object({ typeCode: Code.optional(), version: z.int().optional() }),
  output: z.object({
    kinds: z.array(MatterKind),
    /** Those of them that the account has a seat to begin; what a device took along before this was told does not say. */
    canBegin: z.array(Code).optional(),
  }),
})
