import type { Answers, Field } from '../../../contract.ts'
import { holds } from '../../../domain/matters/matter-type.ts'
import { fenOfYuan } from '../../fen-of-yuan.ts'

/** Answers as they are typed: text for all but ticks and yes or no. */
export type Draft = Readonly<Record<string, string | boolean | readonly string[]>>

/** The fields that are asked, given what has been answered so far. */
export const askedOf = (fields: readonly Field[], draft: Draft): readonly Field[] => fields.filter(({ when }) => holds(when, draft))

/** Of what was wrong with a draft, what may still be: an answer that is another now has not been judged yet. */
export const unmended = <I extends { readonly field: string }>(
  issues: readonly I[],
  { was, now }: { was: Draft; now: Draft },
): readonly I[] => issues.filter(({ field }) => was[field] === now[field])

function answerOf({ kind }: Field, typed: Draft[string]): Answers[string] | undefined {
  if (typeof typed === 'boolean') return typed
  if (typeof typed !== 'string') return typed.length === 0 ? undefined : [...typed]
  const text = typed.trim()
  if (text === '') return undefined
  if (kind === 'number') return Number(text)
  if (kind === 'money') return fenOfYuan(text) ?? text
  return kind === 'people' ? text.split('\n').flatMap((name) => name.trim() || []) : text
}

/** The answers to be sent: only of what is asked, and only what was answered. */
export const answersOf = (fields: readonly Field[], draft: Draft): Answers =>
  Object.fromEntries(
    askedOf(fields, draft).flatMap((field) => {
      const typed = draft[field.code]
      const answer = typed === undefined ? undefined : answerOf(field, typed)
      return answer === undefined ? [] : [[field.code, answer]]
    }),
  )
