import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { PlainDate as Day } from '../../../../kernel/plain-date.ts'
import { type Field, holds } from './matter-type.ts'

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
  readonly limit?: number
}

/** Longest text where a field says nothing else. */
const LONGEST = { text: 200, longText: 4_000, phone: 20, day: 10, choice: 60, money: 20 } as const

/** What is wrong with answers, field by field; empty where nothing is. An answer nobody asked for is wrong as well. */
export function checkAnswers(fields: readonly Field[], answers: Answers, today: PlainDate): FieldIssue[] {
  const asked = fields.filter(({ when }) => holds(when, answers))
  const known = new Set(fields.map(({ code }) => code))
  const unknown = Object.keys(answers).filter((code) => !known.has(code))
  return [
    ...unknown.map((field): FieldIssue => ({ field, code: 'unknown' })),
    ...asked.flatMap((field) => issueOf(field, answers[field.code], today) ?? []),
  ]
}

function issueOf(field: Field, answer: Answer | undefined, today: PlainDate): FieldIssue | undefined {
  const issue = (code: FieldIssue['code'], limit?: number): FieldIssue => ({
    field: field.code,
    code,
    ...(limit === undefined ? {} : { limit }),
  })
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
      return typeof answer === 'string' ? textIssue(field, { answer, today }, issue) : issue('wrong-kind')
  }
}

type Tell = (code: FieldIssue['code'], limit?: number) => FieldIssue

const isNothing = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === '' ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

function numberIssue(field: Field, answer: unknown, issue: Tell): FieldIssue | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return issue('wrong-kind')
  if (field.min !== undefined && answer < field.min) return issue('too-small', field.min)
  return field.max !== undefined && answer > field.max ? issue('too-large', field.max) : undefined
}

function listIssue(field: Field, answer: unknown, issue: Tell): FieldIssue | undefined {
  if (!Array.isArray(answer) || !answer.every((one) => typeof one === 'string' && one.length <= LONGEST.text)) return issue('wrong-kind')
  if (field.choices && !answer.every((one) => field.choices?.some(({ code }) => code === one))) return issue('not-a-choice')
  if (field.min !== undefined && answer.length < field.min) return issue('too-small', field.min)
  const most = field.max ?? 100
  return answer.length > most ? issue('too-large', most) : undefined
}

function textIssue(field: Field, { answer, today }: { answer: string; today: PlainDate }, issue: Tell): FieldIssue | undefined {
  if (field.kind === 'choice') return field.choices?.some(({ code }) => code === answer) ? undefined : issue('not-a-choice')
  if (field.kind === 'day') return dayIssue(field, { answer, today }, issue)
  if (field.kind === 'money' && !/^\d{1,12}$/.test(answer)) return issue('wrong-kind')
  if (field.kind === 'phone' && !/^[\d+()\- ]{5,20}$/.test(answer)) return issue('wrong-kind')
  const most = field.max ?? LONGEST[field.kind === 'longText' ? 'longText' : 'text']
  if ([...answer].length > most) return issue('too-long', most)
  return field.min !== undefined && [...answer.trim()].length < field.min ? issue('too-short', field.min) : undefined
}

function dayIssue(field: Field, { answer, today }: { answer: string; today: PlainDate }, issue: Tell): FieldIssue | undefined {
  if (!Day.safeParse(answer).success) return issue('not-a-day')
  if (field.past && answer > today) return issue('in-the-future')
  return field.future && answer < today ? issue('in-the-past') : undefined
}
