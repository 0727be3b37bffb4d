import { z } from 'zod'
import { Paging, paged, viewContract } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/id.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import { Answers, Channel, Code, DocumentAsk, Field, Outcome, Seat, Words } from './contract-kinds.ts'

const Place = z.union([RegionCode, UnitCode])

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
  /** Times it had gone to another bureau with the file, and has come back since. */
  stays: z.array(z.object({ closedOn: PlainDate, handedTo: UnitCode })),
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
        /** It ends the matter against the applicant: never what a page proposes first. */
        isRefusal: z.boolean(),
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
