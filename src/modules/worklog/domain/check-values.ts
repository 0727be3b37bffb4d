import { FenText } from '../../../kernel/fen.ts'
import { PlainDate } from '../../../kernel/plain-date.ts'
import type { KindField, WorkKind } from './kind.ts'

export const VALUE_FAULTS = [
  'missing',
  'unknown-field',
  'not-a-number',
  'too-large',
  'above-whole',
  'not-money',
  'not-a-choice',
  'not-a-day',
  'too-long',
] as const
export type ValueFault = { readonly field: string; readonly why: (typeof VALUE_FAULTS)[number] }

export type Values = Readonly<Record<string, string>>

/** A thousand million: what is larger was typed with a digit too many. */
const LARGEST = 1_000_000_000

/** Ten thousand million yuan, as the largest gift. */
const LARGEST_FEN = 1_000_000_000_000n

function faultOfMoney(value: string): ValueFault['why'] | undefined {
  if (!FenText.safeParse(value).success || value.startsWith('-')) return 'not-money'
  return BigInt(value) > LARGEST_FEN ? 'too-large' : undefined
}

function faultOf(field: KindField, value: string): ValueFault['why'] | undefined {
  switch (field.type) {
    case 'number':
      if (!/^(0|[1-9]\d{0,14})$/.test(value)) return 'not-a-number'
      return Number(value) > LARGEST ? 'too-large' : undefined
    case 'money':
      return faultOfMoney(value)
    case 'choice':
      return field.choices?.some(({ code }) => code === value) ? undefined : 'not-a-choice'
    case 'date':
      return PlainDate.safeParse(value).success ? undefined : 'not-a-day'
    default:
      return value.length > (field.type === 'note' ? 2000 : 200) ? 'too-long' : undefined
  }
}

/** Whether a part is more than its whole; where the whole was not given, or is no number, nobody can say. */
function isAboveWhole({ atMost }: KindField, value: string, values: Values): boolean {
  const whole = atMost === undefined ? '' : (values[atMost]?.trim() ?? '')
  return whole !== '' && Number(value) > Number(whole)
}

/** What is wrong with the answers to a kind's form, field by field; nothing when all is well. An empty answer is none. */
export function checkValues(kind: WorkKind, values: Values): ValueFault[] {
  const known = new Set(kind.fields.map(({ code }) => code))
  const strangers = Object.keys(values).filter((code) => !known.has(code))
  const wrong = kind.fields.flatMap((field): ValueFault[] => {
    const value = values[field.code]?.trim() ?? ''
    const missing = field.required ? 'missing' : undefined
    const why = value === '' ? missing : (faultOf(field, value) ?? (isAboveWhole(field, value, values) ? 'above-whole' : undefined))
    return why === undefined ? [] : [{ field: field.code, why }]
  })
  return [...strangers.map((field) => ({ field, why: 'unknown-field' as const })), ...wrong]
}

/** The answers that were given, without blanks around them. */
export const givenValues = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([code, value]) => (value.trim() === '' ? [] : [[code, value.trim()]])))
