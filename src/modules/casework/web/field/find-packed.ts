import { normaliseName } from '../../../../kernel/chinese-text.ts'
import type { PackedPerson } from '../../contract.ts'

/** As the server writes the keys: normalised, lower case, without dots and spaces. */
const bare = (typed: string): string =>
  normaliseName(typed)
    .toLowerCase()
    .replace(/[·\s'’.-]/g, '')

/** Those of the village who are found by what was typed: a part of the name, pinyin or initials from a syllable on, four digits and more. */
export function findPacked(people: readonly PackedPerson[], query: string, limit: number): PackedPerson[] {
  const asked = bare(query)
  if (asked === '') return []
  const isFound = /^[0-9x]+$/.test(asked)
    ? (key: string) => asked.length >= 4 && key === asked.slice(-4)
    : /^[a-z]+$/.test(asked)
      ? (key: string) => key.startsWith(asked)
      : (key: string) => key.includes(asked)
  return people.filter(({ keys }) => keys.some(isFound)).slice(0, limit)
}
