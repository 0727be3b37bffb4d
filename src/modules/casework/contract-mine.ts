import { z } from 'zod'
import { actionContract, NoRefusal, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { Entitlement } from './contract-entitlements.ts'
import { Answers, Code, DocumentAsk, Field, MatterKind, Outcome, Seat, Words } from './contract-kinds.ts'
import { OpenMatterRefusal, PhotoWrong, StepRefusal } from './contract-matters.ts'

/** What a person asks of their own file on /me. No message names a person: the session says whose file it is. */

/** A matter as its person sees it: where it stands, who has it, until when. */
export const MyMatterLine = z.object({
  id: z.uuid(),
  typeCode: Code,
  typeName: Words,
  stateName: Words,
  /** The office that has it, in words; null where it is the person's own turn or the matter has ended. */
  holderName: z.string().nullable(),
  holder: Seat.nullable(),
  isYourTurn: z.boolean(),
  openedOn: PlainDate,
  due: z.object({ on: PlainDate, daysLeft: z.int(), clock: Words, article: z.string() }).nullable(),
  outcome: Outcome.nullable(),
  canRate: z.boolean(),
})
export type MyMatterLine = z.infer<typeof MyMatterLine>

/** Whom to call: the station that keeps the file, and what hangs on its door. An empty text was never entered. */
const Door = z.object({ name: z.string(), phone: z.string(), address: z.string(), openingHours: z.string() })

export const seeMyHome = viewContract({
  name: 'mine.home',
  summary: 'The first page of a person: what waits, what is unread, whether this year is confirmed',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    /** Somebody else acts, by authority. */
    isAgent: z.boolean(),
    unitName: z.string(),
    station: Door.nullable(),
    /** Those that are asked something of first. papersWanting: papers that the person still owes. */
    open: z.array(MyMatterLine.extend({ papersWanting: z.int() })),
    unread: z.int(),
    /** What the file lacks or has too old: how many remarks. */
    fileRemarks: z.int(),
    /** matterId: the matter of this year; null where it is due and has to be begun. */
    confirmation: z.object({ year: z.int(), state: z.enum(['due', 'underway', 'done']), matterId: z.uuid().nullable() }).nullable(),
    toRate: z.array(z.object({ matterId: z.uuid(), typeName: Words })),
  }),
})

export const seeMyFile = viewContract({
  name: 'mine.file',
  summary: 'The own file, numbers masked, and what is missing in it',
  input: z.object({}),
  output: z.object({
    sections: z.array(
      z.object({
        code: z.enum(['who', 'contact', 'life', 'service', 'identities', 'kin']),
        lines: z.array(
          z.object({
            /** Worded by the registry: `registry.field.phone`. */
            field: z.string(),
            value: z.string().nullable(),
            /** Where the value is a code: the list that words it, `registry.education.…`. */
            list: z.string().nullable(),
            /** Asked of such a person, and not there. */
            isMissing: z.boolean(),
          }),
        ),
      }),
    ),
    updatedOn: PlainDate.nullable(),
    /** The kind of matter by which a mistake is reported; null where none is declared. */
    correctionKind: Code.nullable(),
    correctionOpenId: z.uuid().nullable(),
  }),
})
export type MyFile = z.infer<(typeof seeMyFile)['output']>

export const listMyEntitlements = viewContract({
  name: 'mine.entitlements',
  summary: 'What I am entitled to, by the law of today, and why',
  input: z.object({}),
  output: z.object({ on: PlainDate, entitlements: z.array(Entitlement) }),
})

export const listMyKinds = viewContract({
  name: 'mine.kinds',
  summary: 'The kinds of matters that can be begun here, with what the file already answers',
  input: z.object({ typeCode: Code.optional() }),
  output: z.object({
    kinds: z.array(
      z.object({
        kind: MatterKind,
        /** Answers that the file knows; shown masked where they are numbers, and need not be typed again. */
        known: z.array(z.object({ field: Code, shown: z.string() })),
        /** The matter that the person has already, where another cannot begin today whatever is answered. */
        openId: z.uuid().nullable(),
        /** That matter came to its end: nothing is under way. */
        isDone: z.boolean(),
        /** An agent's authority does not cover it. */
        isOutside: z.boolean(),
      }),
    ),
  }),
})
export type MyKind = z.infer<(typeof listMyKinds)['output']>['kinds'][number]

export const listMyMatters = viewContract({
  name: 'mine.matters',
  summary: 'The own matters, open ones first',
  input: Paging,
  output: paged(MyMatterLine),
})

export const getMyMatter = viewContract({
  name: 'mine.matter',
  summary: 'One of the own matters: who has it, due when, what next, what can be done',
  input: z.object({ matterId: z.uuid() }),
  output: MyMatterLine.extend({
    steps: z.int(),
    state: Code,
    articles: z.array(z.string()),
    fields: z.array(Field),
    answers: Answers,
    documents: z.array(DocumentAsk.extend({ given: z.object({ how: z.string(), at: z.string() }).nullable() })),
    taken: z.array(
      z.object({ name: Words, toName: Words, on: PlainDate, unitName: z.string(), reason: z.string().nullable(), isBack: z.boolean() }),
    ),
    /** The way ahead: the states that usually follow, in order, the last an end. */
    ahead: z.array(Words),
    rating: z.object({ stars: z.int(), on: PlainDate }).nullable(),
    station: Door.nullable(),
    can: z.object({
      steps: z.array(z.object({ code: Code, name: Words, needsReason: z.boolean(), fields: z.array(Field), isTurn: z.boolean() })),
      give: z.boolean(),
      rate: z.boolean(),
    }),
  }),
})
export type MyMatter = z.infer<(typeof getMyMatter)['output']>

const authority = [z.object({ code: z.literal('outside-authority') })] as const

export const openMine = actionContract({
  name: 'mine.open',
  summary: 'Begins a matter for oneself, or with authority for somebody else',
  /** Fields of the file that are known and not typed again may be left out: they are filled from the file. */
  input: z.object({ typeCode: Code, answers: Answers.default({}) }),
  output: z.object({ id: z.uuid(), state: Code, dueOn: PlainDate.nullable() }),
  refusal: z.discriminatedUnion('code', [...OpenMatterRefusal.options, ...authority, z.object({ code: z.literal('not-on-me') })]),
})

export const stepMine = actionContract({
  name: 'mine.step',
  summary: 'Takes a step of the applicant in the own matter',
  input: z.object({
    matterId: z.uuid(),
    step: Code,
    steps: z.int().min(1),
    answers: Answers.default({}),
    reason: z.string().max(2_000).optional(),
  }),
  output: z.object({ state: Code, steps: z.int(), dueOn: PlainDate.nullable() }),
  refusal: StepRefusal,
})

export const giveMyDocument = actionContract({
  name: 'mine.giveDocument',
  summary: 'Gives a paper that an own matter asks for: a photo or a PDF that was sent before',
  input: z.object({ matterId: z.uuid(), code: Code, fileId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-asked-for') }),
    z.object({ code: z.literal('matter-closed') }),
    z.object({ code: z.literal('file-not-found') }),
    PhotoWrong,
    ...authority,
  ]),
})

export const rateMine = actionContract({
  name: 'mine.rate',
  summary: 'Says how the service was, once, after a matter has ended',
  input: z.object({ matterId: z.uuid(), stars: z.int().min(1).max(5), words: z.string().max(500).optional() }),
  output: z.object({ stars: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-ended') }),
    z.object({ code: z.literal('already-rated') }),
    ...authority,
  ]),
})

/** What somebody is told that belongs to no matter. payee: the account that their pension goes to. */
export const NOTICE_TOPICS = { payee: { zh: '待遇发放账户', en: 'Account of your benefits' } } as const
export type NoticeTopic = keyof typeof NOTICE_TOPICS

export const MyMessage = z.object({
  id: z.uuid(),
  /** Null where it is no step of a matter. */
  matterId: z.uuid().nullable(),
  title: Words,
  words: Words,
  at: z.string(),
  isRead: z.boolean(),
})
export type MyMessage = z.infer<typeof MyMessage>

export const listMyMessages = viewContract({
  name: 'mine.messages',
  summary: 'What the offices have told me, latest first',
  input: Paging,
  output: paged(MyMessage).extend({ unread: z.int() }),
})

export const readMyMessages = actionContract({
  name: 'mine.readMessages',
  summary: 'Marks messages as read',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(100) }),
  output: z.object({ read: z.int() }),
  refusal: NoRefusal,
})
