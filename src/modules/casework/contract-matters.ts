import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { SEATS } from './domain/matters/matter-type.ts'

const Place = z.union([RegionCode, UnitCode])
const Code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)

export const Words = z.object({ zh: z.string(), en: z.string() })

export const Seat = z.enum(SEATS)

/** How somebody came: 窗口、电话、网上、上门、代办. */
export const Channel = z.enum(['window', 'phone', 'me', 'home', 'agent'])
export type Channel = z.infer<typeof Channel>

/** How a matter ended; handedOver: it goes on in another bureau, with the file of its person. */
export const Outcome = z.enum(['granted', 'refused', 'withdrawn', 'lapsed', 'handled', 'handedOver'])

/** Text as a person types it: no control character but a line break. */
const text = (max: number) =>
  z
    .string()
    .max(max, { message: 'too-long' })
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, { message: 'control-character' })

/** What was answered, by the codes of the fields; each kind says more in its own declaration. */
export const Answers = z.record(Code, z.union([text(4_000), z.boolean(), z.number(), z.array(text(200)).max(100)]))
export type Answers = z.infer<typeof Answers>

const FieldIssue = z.object({ field: z.string(), code: z.string(), limit: z.number().optional(), day: PlainDate.optional() })

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

export const DocumentAsk = z.object({ code: Code, name: Words, required: z.boolean(), when: Condition.optional(), hint: Words.optional() })

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

export const OpenMatterRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-such-kind') }),
  z.object({ code: z.literal('person-needed') }),
  z.object({ code: z.literal('person-not-found') }),
  z.object({ code: z.literal('not-your-turn'), waitsFor: Seat }),
  z.object({ code: z.literal('already-open'), matterId: z.uuid() }),
  z.object({ code: z.literal('answers-wrong'), issues: z.array(FieldIssue) }),
])
export type OpenMatterRefusal = z.infer<typeof OpenMatterRefusal>

export const openMatter = actionContract({
  name: 'matter.open',
  summary: 'Begins a matter of a kind for a person, in the version of today',
  input: z.object({
    typeCode: Code,
    unitCode: UnitCode,
    personId: PersonId.optional(),
    channel: Channel.default('window'),
    answers: Answers.default({}),
  }),
  output: z.object({ id: z.uuid(), state: Code, dueOn: PlainDate.nullable() }),
  refusal: OpenMatterRefusal,
  offline: true,
})

export const StepRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('moved-on'), steps: z.int() }),
  z.object({ code: z.literal('not-from-here'), state: z.string() }),
  z.object({ code: z.literal('not-your-turn'), waitsFor: Seat }),
  z.object({ code: z.literal('claimed-by-another') }),
  z.object({ code: z.literal('too-late'), dueOn: PlainDate, article: z.string() }),
  z.object({ code: z.literal('not-run-out') }),
  z.object({ code: z.literal('not-applicable') }),
  z.object({ code: z.literal('already-extended') }),
  z.object({ code: z.literal('reason-needed') }),
  z.object({ code: z.literal('answers-wrong'), issues: z.array(FieldIssue) }),
  z.object({ code: z.literal('same-hand'), step: z.string() }),
  z.object({ code: z.literal('recused') }),
  z.object({ code: z.literal('authority-ended'), endedOn: PlainDate }),
  z.object({ code: z.literal('outside-authority') }),
  z.object({ code: z.literal('documents-missing'), documents: z.array(z.string()) }),
  z.object({ code: z.literal('person-gone') }),
  z.object({ code: z.literal('handed-over'), unitCode: UnitCode }),
])
export type StepRefusal = z.infer<typeof StepRefusal>

export const takeStep = actionContract({
  name: 'matter.step',
  summary: 'Takes a step in a matter: whoever holds the seat, from the state it stands in, in time',
  input: z.object({
    matterId: z.uuid(),
    step: Code,
    /** The number of steps the page knew: where it is another one, the matter has moved on. */
    steps: z.int().min(1),
    channel: Channel.optional(),
    answers: Answers.default({}),
    reason: text(2_000).optional(),
  }),
  output: z.object({ state: Code, steps: z.int(), dueOn: PlainDate.nullable() }),
  refusal: StepRefusal,
  offline: true,
})

export const giveDocument = actionContract({
  name: 'matter.giveDocument',
  summary: 'Enters a paper that was seen at the window, kept as a copy, or shared by an office that has it',
  input: z.object({ matterId: z.uuid(), code: Code, how: z.enum(['seen', 'kept', 'shared']).default('seen'), fileId: z.uuid().optional() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-asked-for') }),
    z.object({ code: z.literal('matter-closed') }),
    z.object({ code: z.literal('file-not-found') }),
  ]),
})

const MatterPerson = z.object({ id: PersonId, nameMasked: z.string(), age: z.int() })

/** A matter as a list shows it. */
export const MatterLine = z.object({
  id: z.uuid(),
  unitCode: UnitCode,
  typeCode: Code,
  typeName: Words,
  stateName: Words,
  person: MatterPerson.nullable(),
  holder: Seat.nullable(),
  holderPlace: RegionCode.nullable(),
  claimedBy: z.uuid().nullable(),
  claimedName: z.string().nullable(),
  /** When its running out was said to the head of the unit and to the next tier. */
  escalatedAt: z.string().nullable(),
  openedOn: PlainDate,
  /** The nearest deadline, and the rule behind it; null where no clock runs. */
  due: z.object({ on: PlainDate, daysLeft: z.int(), clock: Words, article: z.string() }).nullable(),
  outcome: Outcome.nullable(),
})
export type MatterLine = z.infer<typeof MatterLine>

export const listInbox = viewContract({
  name: 'matter.inbox',
  summary: 'The matters that wait for the reader, by deadline, with the rule behind each',
  input: Paging.extend({ typeCode: Code.optional(), hands: z.enum(['mine', 'free']).optional() }),
  output: paged(MatterLine).extend({ overdue: z.int(), waiting: z.int() }),
})

export const listMatters = viewContract({
  name: 'matter.list',
  summary: 'Matters of a place or of a person, latest first',
  input: Paging.extend({ place: Place, personId: PersonId.optional(), typeCode: Code.optional(), open: z.boolean().optional() }),
  output: paged(MatterLine),
})

export const TakenStep = z.object({
  number: z.int(),
  step: z.string(),
  name: Words,
  seat: Seat,
  fromName: Words.nullable(),
  toName: Words,
  on: PlainDate,
  at: z.string(),
  byName: z.string().nullable(),
  byUnit: UnitCode,
  /** Null where the reader may not read it. */
  reason: z.string().nullable(),
  isBack: z.boolean(),
})

/** What the applicant was told of a step, and what became of the text to the phone. */
const MatterNotice = z.object({
  step: z.int(),
  words: Words,
  dueOn: PlainDate.nullable(),
  on: PlainDate,
  at: z.string(),
  readAt: z.string().nullable(),
  sms: z.enum(['waiting', 'sending', 'sent', 'failed', 'none']),
  smsFailure: z.enum(['not-sent', 'refused', 'unknown', 'late']).nullable(),
})

export const Matter = MatterLine.extend({
  steps: z.int(),
  state: Code,
  version: z.int(),
  channel: Channel,
  windowVisits: z.int(),
  articles: z.array(z.string()),
  fields: z.array(Field),
  /** Null where the reader may not read them: privileged notes. */
  answers: Answers.nullable(),
  clocks: z.array(
    z.object({
      code: Code,
      name: Words,
      article: z.string(),
      startedOn: PlainDate,
      dueOn: PlainDate,
      stoppedOn: PlainDate.nullable(),
      pausedOn: PlainDate.nullable(),
      isExtended: z.boolean(),
      isWindow: z.boolean(),
    }),
  ),
  documents: z.array(
    DocumentAsk.extend({
      /** How it came last, and the copies that are kept: /api/papers/:id shows them to those who may read the answers. */
      given: z.object({ how: z.string(), at: z.string(), files: z.array(z.uuid()) }).nullable(),
    }),
  ),
  taken: z.array(TakenStep),
  notices: z.array(MatterNotice),
  /** How long each tier has held it, in days: they add up to its age. */
  held: z.array(z.object({ holder: Seat, days: z.int() })),
  /** Into whose hands it was taken or given, latest first; `toName` null where it was given back to all. */
  hands: z.array(
    z.object({
      at: z.string(),
      byName: z.string(),
      toName: z.string().nullable(),
      /** Null where nothing was said, or the reader may not read it. */
      note: z.string().nullable(),
    }),
  ),
  /** The unit of another bureau at which it goes on. */
  handedTo: UnitCode.nullable(),
  /** Another matter of the same kind that came together with this one when files were merged or handed over. */
  doubleOf: z.uuid().nullable(),
  personGone: z.boolean(),
  /** Letters that its steps have printed. */
  letters: z.array(z.object({ code: Code, name: Words })),
  /** What the reader may do now. */
  can: z.object({
    steps: z.array(
      z.object({
        code: Code,
        name: Words,
        needsReason: z.boolean(),
        isBack: z.boolean(),
        /** Of the seat whose turn it is, and not only at the applicant's word. */
        isTurn: z.boolean(),
        fields: z.array(Field),
        prints: z.array(z.string()),
        tells: Words.nullable(),
      }),
    ),
    claim: z.boolean(),
    /** Give it to a colleague who holds the seat, or back to all of them. */
    handOver: z.boolean(),
    release: z.boolean(),
    give: z.boolean(),
  }),
})
export type Matter = z.infer<typeof Matter>

export const getMatter = viewContract({
  name: 'matter.get',
  summary: 'One matter: where it stands, who has it, its clocks with their articles, its steps, what the reader may do',
  input: z.object({ matterId: z.uuid() }),
  output: Matter,
})

export const listKinds = viewContract({
  name: 'matter.kinds',
  summary: 'The kinds of matters that can be begun today, or one kind in a version',
  input: z.object({ typeCode: Code.optional(), version: z.int().optional() }),
  output: z.object({ kinds: z.array(MatterKind) }),
})

export const seeBalance = viewContract({
  name: 'matter.balance',
  summary: 'Whether anything has disappeared: what was begun at a place beside what has ended and what is pending, by kind',
  input: z.object({ place: Place }),
  output: z.object({
    isWhole: z.boolean(),
    kinds: z.array(
      z.object({
        typeCode: z.string(),
        typeName: Words,
        begun: z.int(),
        ended: z.array(z.object({ outcome: Outcome, matters: z.int() })),
        pending: z.array(z.object({ holder: Seat, matters: z.int(), overdue: z.int() })),
        /** Begun, and neither ended nor pending: 0, or an alarm. */
        missing: z.int(),
      }),
    ),
  }),
})

const Verdict = z.enum(['yes', 'no', 'missing'])

/** What a person is entitled to, and why: a tree of reasons in the order of reading, each leaf a fact of the file and a clause. */
export const Entitlement = z.object({
  code: z.string(),
  name: Words,
  gives: Words,
  verdict: Verdict,
  missing: z.array(z.string()),
  reasons: z.array(
    z.object({
      depth: z.int(),
      kind: z.enum(['leaf', 'all', 'any', 'not']),
      verdict: Verdict,
      name: Words.nullable(),
      fact: z.string().nullable(),
      value: z.string().nullable(),
      clause: z.object({ law: z.string(), article: z.string(), says: z.string() }).nullable(),
    }),
  ),
  /** The kind of matter by which it is asked for, where one is declared, and the matter that lives already. */
  matter: z.object({ typeCode: Code, unasked: z.boolean(), openId: z.uuid().nullable() }).nullable(),
})
export type Entitlement = z.infer<typeof Entitlement>

export const listEntitlements = viewContract({
  name: 'entitlement.list',
  summary: 'What a person is entitled to by the law of today: yes, no, or what the file would have to say first',
  input: z.object({ personId: PersonId }),
  output: z.object({ on: PlainDate, entitlements: z.array(Entitlement) }),
})

export const printLetter = viewContract({
  name: 'matter.letter',
  summary: 'A letter of a matter, in paragraphs, as it is printed or sent',
  input: z.object({ matterId: z.uuid(), letter: Code }),
  output: z.object({
    title: Words,
    /** A table above the paragraphs: cells by turns a label and what it says. */
    rows: z.array(z.array(z.string())),
    paragraphs: z.array(z.string()),
    on: PlainDate,
    unitName: z.string(),
  }),
})

export const writeLetter = actionContract({
  name: 'matter.writeLetter',
  summary: 'A letter of a matter as a Word file (docx, base64) to be edited: in full for whoever may see full data',
  input: z.object({ matterId: z.uuid(), letter: Code }),
  output: z.object({ name: z.string(), content: z.base64() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('no-such-letter') })]),
})
