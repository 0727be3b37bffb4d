import { maskAddress, maskBankCard, maskName, maskPhone } from '../../../../kernel/mask.ts'
import type { Answer, Answers } from './answers.ts'
import type { Field } from './matter-type.ts'

const MASKS: Readonly<Record<string, (value: string) => string>> = {
  phone: maskPhone,
  people: maskName,
  address: maskAddress,
  bankCard: maskBankCard,
}

/** Answers as they are shown: phones, names, addresses and cards masked, as everywhere (GB/T 35273-2020 7.2). */
export function maskedAnswers(fields: readonly Field[], answers: Answers): Answers {
  const masked = fields.flatMap(({ code, kind, fromFile }): [string, Answer][] => {
    const answer = answers[code]
    if (answer === undefined) return []
    const mask = MASKS[fromFile ?? kind] ?? MASKS[kind]
    if (!mask) return [[code, answer]]
    if (typeof answer === 'string') return [[code, mask(answer)]]
    return [[code, Array.isArray(answer) ? answer.map((one) => mask(String(one))) : answer]]
  })
  return Object.fromEntries(masked)
}
