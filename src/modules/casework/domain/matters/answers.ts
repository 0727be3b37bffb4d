import { withoutSpaces } from '../../../../kernel/half-width.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { PlainDate as Day } from '../../../../kernel/plain-date.ts'
import { type Field, holds } from './matter-type.ts'
import type { SettingName } from './settings.ts'

export type Answer = string | boolean | number | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

export interface FieldIssue {
  readonly field: string
  readonly code:
    | 'missing'
    | 'unknown'
    | 'wrong-kind'
    | 'too-short'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'not-a-choice'
    | 'not-a-day'
    | 'in-the-future'
    | 'in-the-past'
    | 'asked-too-late'
    | 'not-a-card'
    | 'not-on-roster'
    | 'day-full'
  readonly limit?: number
  /** The first day that could still be asked for. */
  readonly day?: PlainDate
}

/** What a check knows beyond the answers: the day, what was answered before, the settings of the place. */
export interface CheckGround {
  readonly today: PlainDate
  readonly known?: Answers
  readonly setting?: ((name: SettingName, on: PlainDate) => string | undefined) | undefined
}

/** Longest text where a field says nothing else. */
const LONGEST = { text: 200, longText: 4_000, phone: 20, day: 10, choice: 60, money: 20 } as const

/** What is wrong with answers, field by field; empty where nothing is. An answer that no form asks for is wrong as well. */
export function checkAnswers(fields: readonly Field[], answers: Answers, ground: CheckGround): FieldIssue[] {
  const codes = new Set(fields.map(({ code }) => code))
  const unknown = Object.keys(answers).filter((code) => !codes.has(code))
  const asked = askedFields(fields, answers, ground.known)
  return [
    ...unknown.map((field): FieldIssue => ({ field, code: 'unknown' })),
    ...asked.flatMap((field) => issueOf(field, answers[field.code], ground) ?? []),
  ]
}

/**
 * The answers to questions that were asked. What was typed before another answer made its question go away is dropped: it
 * was never part of what the person asked for.
 */
export function askedAnswers(fields: readonly Field[], answers: Answers, known: Answers = {}): Answers {
  const asked = new Set(askedFields(fields, answers, known).map(({ code }) => code))
  return Object.fromEntries(Object.entries(answers).filter(([code]) => asked.has(code)))
}

/**
 * The questions of a step as a page asks them: what hangs on an answer of the matter is decided here, what hangs on another
 * question of the step is left to the page.
 */
export function fieldsToAsk(fields: readonly Field[], known: Answers): Field[] {
  const own = new Set(fields.map(({ code }) => code))
  return fields.flatMap((field) => {
    const { when, ...bare } = field
    if (when === undefined || own.has(when.field)) return [field]
    return holds(when, known) ? [bare] : []
  })
}

/** In the order of the form: a question that hangs on one that was not asked is not asked either. */
function askedFields(fields: readonly Field[], answers: Answers, known: Answers = {}): Field[] {
  const given: Record<string, Answer> = { ...known }
  const asked: Field[] = []
  for (const field of fields) {
    if (!holds(field.when, given)) continue
    asked.push(field)
    const answer = answers[field.code]
    if (answer !== undefined) given[field.code] = answer
  }
  return asked
}

function issueOf(field: Field, answer: Answer | undefined, ground: CheckGround): FieldIssue | undefined {
  const issue: Tell = (code, more) => ({ field: field.code, code, ...more })
  if (isNothing(answer)) return field.required ? issue('missing') : undefined
  switch (field.kind) {
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : issue('wrong-kind')
    case 'number':
      return numberIssue(field, answer, issue)
    case 'choices':
    case 'people':
      return listIssue(field, answer, issue)
    default:
      return typeof answer === 'string' ? textIssue(field, { answer, ground }, issue) : issue('wrong-kind')
  }
}

type Tell = (code: FieldIssue['code'], more?: Pick<FieldIssue, 'limit' | 'day'>) => FieldIssue

const isNothing = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === '' ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

function numberIssue(field: Field, answer: unknown, issue: Tell): FieldIssue | undefined {
  // Days, minutes: everything that is asked for as a number is counted.
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return issue('wrong-kind')
  if (field.min !== undefined && answer < field.min) return issue('too-small', { limit: field.min })
  return field.max !== undefined && answer > field.max ? issue('too-large', { limit: field.max }) : undefined
}

function listIssue(field: Field, answer: unknown, issue: Tell): FieldIssue | undefined {
  if (!Array.isArray(answer) || !answer.every((one) => typeof one === 'string' && one.length <= LONGEST.text)) return issue('wrong-kind')
  if (field.choices && !answer.every((one) => field.choices?.some(({ code }) => code === one))) return issue('not-a-choice')
  if (field.min !== undefined && answer.length < field.min) return issue('too-small', { limit: field.min })
  const most = field.max ?? 100
  return answer.length > most ? issue('too-large', { limit: most }) : undefined
}

function textIssue(field: Field, { answer, ground }: { answer: string; ground: CheckGround }, issue: Tell): FieldIssue | undefined {
  if (field.kind === 'choice') return field.choices?.some(({ code }) => code === answer) ? undefined : issue('not-a-choice')
  if (field.kind === 'day') return dayIssue(field, { answer, ground }, issue)
  if (field.kind === 'money') return moneyIssue(field, answer, issue)
  if (field.fromFile === 'bankCard' && !isCard(answer)) return issue('not-a-card')
  if (field.kind === 'phone' && !/^[\d+()\- ]{5,20}$/.test(answer)) return issue('wrong-kind')
  const most = field.max ?? LONGEST[field.kind === 'longText' ? 'longText' : 'text']
  if ([...answer].length > most) return issue('too-long', { limit: most })
  return field.min !== undefined && [...answer.trim()].length < field.min ? issue('too-short', { limit: field.min }) : undefined
}

/** As the file takes a card: old passbook accounts carry no check digit, so only the length is certain. */
const isCard = (answer: string): boolean => /^\d{12,19}$/.test(withoutSpaces(answer).replaceAll('-', ''))

/** Fen; the least is said in yuan, as people type it. */
function moneyIssue({ min }: Field, answer: string, issue: Tell): FieldIssue | undefined {
  if (!/^\d{1,12}$/.test(answer)) return issue('wrong-kind')
  return min !== undefined && Number(answer) < min * 100 ? issue('too-small', { limit: min }) : undefined
}

function dayIssue(field: Field, { answer, ground }: { answer: string; ground: CheckGround }, issue: Tell): FieldIssue | undefined {
  if (!Day.safeParse(answer).success) return issue('not-a-day')
  if (field.past && answer > ground.today) return issue('in-the-future')
  if (field.future && answer < ground.today) return issue('in-the-past')
  const first = field.askedBy && firstYear(field.askedBy, ground)
  return first !== undefined && answer < first ? issue('asked-too-late', { day: first }) : undefined
}

/** The first day that can still be asked for: of next year until the day that the setting names, then of the year after. */
function firstYear(name: SettingName, { today, setting }: CheckGround): PlainDate | undefined {
  const until = setting?.(name, today)
  if (until === undefined) return undefined
  const years = today.slice(5) <= until ? 1 : 2
  return `${Number(today.slice(0, 4)) + years}-01-01` as PlainDate
}
