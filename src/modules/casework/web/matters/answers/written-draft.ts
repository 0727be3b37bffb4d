import { plainFen } from '../../../../../kernel/fen.ts'
import type { Field } from '../../../contract.ts'
import type { Draft } from './answer-draft.ts'

/** Answers that were written, as they were typed: the way back of `answersOf`. */
export const writtenDraft = (fields: readonly Field[], answers: unknown): Draft =>
  Object.fromEntries(
    Object.entries(typeof answers === 'object' && answers !== null ? answers : {}).flatMap(([code, answer]) => {
      const field = fields.find((one) => one.code === code)
      return field ? [[code, typedOf(field, answer)]] : []
    }),
  )

function typedOf({ kind }: Field, answer: unknown): Draft[string] {
  if (typeof answer === 'boolean') return answer
  if (Array.isArray(answer)) return kind === 'people' ? answer.join('\n') : answer.map(String)
  const text = String(answer)
  return kind === 'money' && /^\d+$/.test(text) ? plainFen(BigInt(text)) : text
}
