import { yuan } from '../../../ui/text/format.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import type { KindField, KindOnDesk, WorkRecord } from '../contract.ts'

/** Chinese or English, as the reader has chosen. */
export function useKindWords() {
  const language = useLanguage()
  const nameOf = ({ zh, en }: { zh: string; en: string }): string => (language === 'en' ? en : zh)
  const answerOf = (field: KindField, value: string): string => {
    if (field.type === 'money') return `${yuan(BigInt(value))} ${language === 'en' ? 'yuan' : '元'}`
    if (field.type === 'number') return `${value} ${field.unit ?? ''}`
    const choice = field.choices?.find(({ code }) => code === value)
    return choice ? nameOf(choice) : value
  }
  return { language, nameOf, answerOf }
}

export type KindWords = ReturnType<typeof useKindWords>

/** What a record says, in the order of its form. */
export const answersOf = (record: WorkRecord, kind: KindOnDesk | undefined, words: KindWords): { name: string; answer: string }[] =>
  (kind?.fields ?? []).flatMap((field) => {
    const value = record.values[field.code]
    return value === undefined ? [] : [{ name: words.nameOf(field), answer: words.answerOf(field, value) }]
  })

/** Kinds by what was typed: characters of the name, or its first letters in pinyin. Those that begin so come first. */
export function findKinds(kinds: readonly KindOnDesk[], typed: string): KindOnDesk[] {
  const asked = typed.trim().toLowerCase()
  if (asked === '') return [...kinds]
  const rank = ({ zh, en, initials }: KindOnDesk): number => {
    const at = [zh, initials, en.toLowerCase()].map((word) => word.indexOf(asked))
    return at.includes(0) ? 0 : at.some((one) => one > 0) ? 1 : 2
  }
  return kinds.filter((kind) => rank(kind) < 2).toSorted((a, b) => rank(a) - rank(b))
}
