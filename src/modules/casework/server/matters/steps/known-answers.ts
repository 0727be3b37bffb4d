import { maskAddress, maskBankCard, maskPhone } from '../../../../../kernel/mask.ts'
import { type FileState, wordOfCode } from '../../../../registry/index.ts'
import type { Answers } from '../../../domain/matters/answers.ts'
import type { Field, MatterType } from '../../../domain/matters/matter-type.ts'

const MASKS: Readonly<Record<string, (value: string) => string>> = { phone: maskPhone, address: maskAddress, bankCard: maskBankCard }

/** What the file already answers of the questions of a kind, its codes in words: nothing of it is asked again (一次采集). */
export function knownAnswers(type: MatterType, { person }: FileState): Record<string, string> {
  const known = type.fields.flatMap(({ code, fromFile }): [string, string][] => {
    const value = fromFile === undefined ? null : person[fromFile]
    return fromFile === undefined || value === null ? [] : [[code, wordOfCode(fromFile, value)]]
  })
  return Object.fromEntries(known)
}

/** The same as it is shown: numbers and addresses masked. */
export function shownAnswers(type: MatterType, file: FileState): { field: string; shown: string }[] {
  const known = knownAnswers(type, file)
  return type.fields.flatMap(({ code, fromFile }) => {
    const value = known[code]
    return value === undefined ? [] : [{ field: code, shown: MASKS[fromFile ?? '']?.(value) ?? value }]
  })
}

/** Answers as people read them: in matters of before the file was answered in words, its codes stand. */
export const answersInWords = (fields: readonly Field[], answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => {
      const key = fields.find((field) => field.code === code)?.fromFile
      return [code, key !== undefined && typeof answer === 'string' ? wordOfCode(key, answer) : answer]
    }),
  )

/** What was typed, over what is known. */
export const withKnown = (type: MatterType, file: FileState, typed: Answers): Answers => ({ ...knownAnswers(type, file), ...typed })
