import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { PhotoSpec } from './photo-spec.ts'
import type { SettingName } from './settings.ts'

/** A text as it is shown: Chinese first. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * A chair at a table: who may take a step, as a tier of the network and a duty there. `applicant` is the person the
 * matter is about, or a clerk who acts at the person's word; `supervisor` is the counsellors' own; `clock` is nobody: a
 * step that a day brings about.
 */
export const SEATS = [
  'applicant',
  'station',
  'township',
  'county',
  'approver',
  'city',
  'province',
  'adviser',
  'counsellor',
  'supervisor',
  'clock',
] as const
export type Seat = (typeof SEATS)[number]

/** What is asked for on a page of its own: one question. `code` is the key of the answer. */
export interface Field {
  readonly code: string
  readonly name: Words
  readonly kind: 'text' | 'longText' | 'choice' | 'choices' | 'day' | 'number' | 'yesNo' | 'money' | 'phone' | 'people'
  readonly hint?: Words
  readonly required?: boolean
  readonly choices?: readonly { readonly code: string; readonly name: Words }[]
  /** Asked only where another answer is this. */
  readonly when?: Condition
  /** At least and at most: characters of a text, a number, choices ticked, persons named; at least, yuan of money. */
  readonly min?: number
  readonly max?: number
  /** A day that may not lie ahead, or behind. */
  readonly past?: boolean
  readonly future?: boolean
  /** A day on which a duty lawyer sits: the next days of the roster are offered. */
  readonly onRoster?: boolean
  /** A day of a year that must have been asked for in the year before, until the day (MM-DD) that this setting names. */
  readonly askedBy?: SettingName
  /** Known from the file already: filled in, and asked for only where the file says nothing. */
  readonly fromFile?: 'phone' | 'address' | 'bankCard' | 'householdRegion' | 'education' | 'employment'
}

/** An answer that must be so: equal to one of the words, or with a `not`, to none. */
export interface Condition {
  readonly field: string
  readonly is: readonly (string | boolean)[]
  readonly not?: boolean | undefined
}

/** A paper that is asked for, all of them at once (一次告知). */
export interface DocumentAsk {
  readonly code: string
  readonly name: Words
  readonly required: boolean
  readonly when?: Condition
  readonly hint?: Words
  /** A photo that must be just so: a copy that is not is refused when it is given. */
  readonly photo?: PhotoSpec
}

export interface State {
  readonly name: Words
  /** Whose turn it is. A final state is nobody's. */
  readonly waitsFor?: Seat
  /** How the matter ended; an end has one. */
  readonly outcome?: Outcome
  /** Ended, and yet it can be taken up again: a card that was issued may be lost. Nobody's turn, in no inbox. */
  readonly rests?: boolean
}

/** granted: what was asked for was given · refused · withdrawn by whoever asked · lapsed: a day passed · handled: there was nothing to grant. */
export type Outcome = 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'handled'

/** What an agent's letter of authority covers, as the answers say it: the acts, and the last day. */
export interface AgentAuthority {
  /** The field of the acts that the agent may do. */
  readonly scope: string
  /** The field of the last day. Where nothing was answered, nobody acts for the applicant. */
  readonly until: string
}

export interface Step {
  readonly name: Words
  readonly from: readonly string[]
  readonly to: string
  /** Any of these seats may take it. */
  readonly by: readonly Seat[]
  /** Cannot be taken without words that say why. */
  readonly reason?: boolean
  /** Answered when the step is taken. */
  readonly fields?: readonly Field[]
  readonly when?: Condition
  readonly starts?: readonly string[]
  readonly stops?: readonly string[]
  readonly pauses?: readonly string[]
  readonly resumes?: readonly string[]
  /** Lengthens a running clock, once, by the days that its declaration allows. */
  readonly extends?: string
  /** May be taken only while this clock runs: afterwards it is too late. */
  readonly within?: string
  /** Takes the step by itself on the day after this clock has run out. */
  readonly lapses?: string
  /** Documents that must be there: all that are required, or these. */
  readonly needsDocuments?: boolean | readonly string[]
  /** Letters that this step prints. */
  readonly prints?: readonly string[]
  /** What the applicant is told. */
  readonly tells?: Words
  /** Whoever took this step may not take that one: maker is not checker. */
  readonly notBy?: readonly string[]
  /** Rests on the agent's authority: refused after its last day, and where this act is not within its scope. */
  readonly underAuthority?: string
  /** Whoever takes it steps aside (回避) and takes no further step of this matter. */
  readonly recuses?: boolean
  /** Facts beyond those of every matter. */
  readonly facts?: readonly { readonly kind: string; readonly field?: string }[]
  /** An ordinary step goes on; one back returns the matter, with what is missing named once. */
  readonly isBack?: boolean
}

export interface Clock {
  readonly name: Words
  readonly days: number
  readonly kind: 'calendar' | 'working'
  /** Whose deadline it is. */
  readonly owner: Seat
  readonly article: string
  /** Nobody's duty but a time in which one may ask: it runs out without being overdue. */
  readonly isWindow?: boolean
  /** Days more, once, with leave. */
  readonly extension?: number
  /** Runs from a day that the matter's answers name, in place of the day of the step. */
  readonly from?: string
  /** As many days as an answer names; `days` where it names none. */
  readonly daysFrom?: string
}

export interface Letter {
  readonly name: Words
  /** A table above the paragraphs: cells by turns a label and what it says; a row of two reaches over the whole width. */
  readonly rows?: readonly (readonly string[])[]
  /** Paragraphs with {{names}}: of the file (masked or full by who prints), answers, days, places, {{boxes:…}} to tick. */
  readonly paragraphs: readonly string[]
}

/**
 * A kind of matter, declared whole: the kernel needs nothing else to run it. Versions stand side by side: a matter goes on
 * by the version it began under.
 */
export interface MatterType {
  readonly code: string
  readonly version: number
  /** New matters from this day on begin under this version. */
  readonly validFrom: PlainDate
  readonly name: Words
  /** The articles it carries out, or `setting` for a local norm. */
  readonly articles: readonly string[]
  /** A matter of somebody with a file, or of anyone. */
  readonly about: 'person' | 'anyone'
  /** Not twice: while one is open; or once in a calendar year. */
  readonly once?: 'open' | 'year'
  /** Not twice in a household either: whoever lives at the same address has it too. */
  readonly onceFor?: 'household'
  /** The answers that make it the same matter, where one may have several open that are not the same. */
  readonly sameBy?: readonly string[]
  /** The answer whose year counts, where that is not the year in which it was asked. */
  readonly yearOf?: string
  /** What an agent may do, and until when. */
  readonly authority?: AgentAuthority
  readonly fields: readonly Field[]
  readonly documents: readonly DocumentAsk[]
  /** Who may begin it, in which state it begins, and the clocks that run from then on. */
  readonly begins: {
    readonly by: readonly Seat[]
    readonly state: string
    readonly starts?: readonly string[]
    /** Letters printed at once; the receipt of every kind that a person asks for is one. */
    readonly prints?: readonly string[]
  }
  readonly states: Readonly<Record<string, State>>
  readonly steps: Readonly<Record<string, Step>>
  readonly clocks: Readonly<Record<string, Clock>>
  readonly letters?: Readonly<Record<string, Letter>>
  /** Answers and reasons are opened only to these seats: privileged notes. */
  readonly readers?: readonly Seat[]
  /** Offered to the person on /me. */
  readonly onMe: boolean
  /** There only until so many days after the discharge that the file knows: for whoever comes later a station begins it. */
  readonly onMeAfterDischarge?: number
}

/** The receipt (受理回执) that whoever asks for something takes home; a kind may word its own. It repeats no answer. */
const RECEIPT: Letter = {
  name: { zh: '受理回执', en: 'Receipt' },
  paragraphs: [
    '{{name}}：',
    '你申请办理的{{type}}，我单位已于{{opened}}收到，编号{{number}}。',
    '{{papers}}',
    '办理进度可在“归队”里看，也可拿这张回执到任一服务站问。办好了会告诉你，不用再跑一趟来问。',
  ],
}

/**
 * Declares a kind of matter, with its receipt unless it is a log that nobody asked for. What is wrong with a declaration
 * stops the program at its start: see check-type.ts.
 */
export function matterType(type: MatterType): MatterType {
  if (!type.begins.by.includes('applicant')) return type
  const { begins, letters } = type
  return { ...type, letters: { receipt: RECEIPT, ...letters }, begins: { ...begins, prints: ['receipt', ...(begins.prints ?? [])] } }
}

export const holds = (condition: Condition | undefined, answers: Readonly<Record<string, unknown>>): boolean => {
  if (!condition) return true
  const answer = answers[condition.field]
  const isOne = condition.is.some((word) => (Array.isArray(answer) ? answer.includes(word) : answer === word))
  return condition.not ? !isOne : isOne
}
