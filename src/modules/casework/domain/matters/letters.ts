import type { Answer, Answers } from './answers.ts'
import type { MatterState } from './matter-state.ts'
import type { Letter, MatterType } from './matter-type.ts'

/** The letters that the steps of a matter have printed, the receipt of its beginning among them. */
export function printedLetters({ begins, steps, letters = {} }: MatterType, { takenBy }: Pick<MatterState, 'takenBy'>): readonly string[] {
  const printed = new Set([...(begins.prints ?? []), ...Object.keys(takenBy).flatMap((code) => steps[code]?.prints ?? [])])
  return Object.keys(letters).filter((code) => printed.has(code))
}

/** A letter with its names filled in; a paragraph of which nothing is left is left out. */
export function filledLetter({ rows = [], paragraphs }: Letter, wordOf: (name: string) => string) {
  const filled = (text: string): string => text.replace(/\{\{([\w:]+)\}\}/g, (_, name: string) => wordOf(name))
  return {
    rows: rows.map((row) => row.map(filled)),
    paragraphs: paragraphs.map(filled).filter((text) => text.trim() !== ''),
  }
}

/** An answer as a letter says it: choices by their names, days and sums in words; nothing where nothing was answered. */
export function answerInWords(type: MatterType, answers: Answers, code: string): string {
  const answer = answers[code]
  const field = fieldsOf(type).find((one) => one.code === code)
  if (answer === undefined) return ''
  const nameOf = (word: Answer): string => field?.choices?.find((one) => one.code === word)?.name.zh ?? String(word)
  if (Array.isArray(answer)) return answer.map(nameOf).join('、')
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  if (field?.kind === 'day') return dayInWords(String(answer))
  return field?.kind === 'money' ? `${(Number(answer) / 100).toFixed(2)}元` : nameOf(answer)
}

/** Every choice of a question with a box before it, ticked where it was chosen: as a form on paper has it. */
export function boxesOf(type: MatterType, answers: Answers, code: string): string {
  const answer = answers[code]
  const isChosen = (choice: string): boolean => (Array.isArray(answer) ? answer.includes(choice) : answer === choice)
  const choices = fieldsOf(type).find((one) => one.code === code)?.choices ?? []
  return choices.map((choice) => `${isChosen(choice.code) ? '☑' : '☐'}${choice.name.zh}`).join('　')
}

/** 2026年6月10日 */
export const dayInWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** A field of the first form before a field of a step that asks the same again. */
const fieldsOf = (type: MatterType) => [...type.fields, ...Object.values(type.steps).flatMap(({ fields = [] }) => fields)]
