import type { PersonFile } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import type { RegistryText } from '../messages.ts'

type Held = PersonFile['identities'][number]
type Spell = PersonFile['service'][number]

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 因公六级; nothing for a class without grades. */
export function gradeWords({ grade, cause }: Pick<Held, 'grade' | 'cause'>, text: RegistryText, isChinese: boolean): string | undefined {
  if (grade === null) return undefined
  const words = { cause: cause === null ? '' : codeWord(text, 'cause', cause), grade: isChinese ? (numerals[grade] ?? grade) : grade }
  return text('registry.file.grade', words)
}

/** The article in `regulation: 第十九条; capture`; other sources are no law that one could cite. */
export const articleIn = (source: string | undefined): string | undefined => /^regulation: ([^;]+)/.exec(source ?? '')?.[1]

/** Identities that still hold. */
export const openIdentities = (file: Pick<PersonFile, 'identities'>): Held[] =>
  file.identities.filter(({ status, toOn }) => status !== 'ended' && toOn === null)

/** 三等功 1981、嘉奖: in the order of the file, the same kind of the same year once with its number. */
export function honourWords(honours: Spell['honours'], text: RegistryText): string {
  const counted = new Map<string, number>()
  for (const { kind, year } of honours) {
    const word = [codeWord(text, 'honour', kind), year].filter((part) => part !== null).join(' ')
    counted.set(word, (counted.get(word) ?? 0) + 1)
  }
  return [...counted].map(([word, times]) => (times === 1 ? word : `${word} ×${times}`)).join(text('registry.list'))
}

/** The first character of a masked name that is a name. */
export const initialOf = (nameMasked: string): string => [...nameMasked].find((sign) => sign !== '*') ?? '＊'

/** Who did something: oneself, or a colleague by the end of their number, for names of accounts are not ours to show. */
export const byWords = (by: string | null, me: string, text: RegistryText): string =>
  by === null ? '' : by === me ? text('registry.by.me') : text('registry.by.staff', { tail: by.slice(-4) })
