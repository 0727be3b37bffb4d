import { normaliseName } from '../../kernel/chinese-text.ts'
import { surnameLength } from '../../kernel/mask.ts'
import { readingsOf } from './name-pinyin.ts'

export type NameKeyKind = 'full' | 'suffix' | 'char' | 'bigram' | 'pinyin' | 'initials'

export interface NameKey {
  readonly kind: NameKeyKind
  readonly key: string
}

/** A name as keys compare it: normalised, lower case, without dots, spaces and variation selectors. */
export const bareName = (name: string): string =>
  normaliseName(name)
    .toLowerCase()
    .replace(/[·\s'’.-]|\p{Variation_Selector}/gu, '')

/** A name longer than this is a sentence in the wrong column; only its beginning is indexed. */
const LONGEST = 40

/**
 * The key rows of a person, for a table `(bureau_code, unit_code, kind, key, person_id)` that is searched with `=`,
 * ranges and `^@` only: the predicates that keep their index under row-level security. 周建国 yields
 *
 * | kind | keys | searched with | answers |
 * |---|---|---|---|
 * | full | 周建国 | `=`, `^@` | the whole name, what is asked most; the beginning of a longer one |
 * | suffix | none: 阳建国 of 欧阳建国 | `^@` | a part of three and more inside a name |
 * | char | 周 建 国 | `=` | any one character |
 * | bigram | 周建 建国 | `=` | any two neighbours; none of a name of two, which is found whole |
 * | pinyin | zhoujianguo jianguo guo zhoujg | `^@` | pinyin of any part from its start; zhoujg is how fast typists write |
 * | initials | zjg jg | `^@` | first letters of any part of two or more |
 *
 * Twelve rows for a name of three characters, about 36 million for three million people. An equality key can be
 * followed by `unit_code` in the index (`kind, key, unit_code`), so that a village asks only for its own 国s. A prefix
 * key cannot: for a small range an index `(unit_code, kind, key)` reads the range and filters, for a large one
 * `(kind, key)` reads the prefix until the page is full.
 *
 * Characters are code points, so 𠮷 is one. The dot of 买买提·吐尔逊 is in no key, and each part begins a suffix. Every
 * reading of a surname with several gives its own pinyin and initials.
 */
export function nameKeys(name: string): readonly NameKey[] {
  const text = [...bareName(name)].slice(0, LONGEST).join('')
  if (text === '') return []
  const keys = [
    { kind: 'full' as const, key: text },
    ...(/^[a-z]+$/.test(text) ? latinKeys(name) : [...characterKeys(text), ...soundKeys(text)]),
  ]
  return [...new Map(keys.map((key) => [`${key.kind} ${key.key}`, key])).values()]
}

function characterKeys(text: string): readonly NameKey[] {
  const characters = [...text]
  return [
    ...characters.map((key) => ({ kind: 'char' as const, key })),
    ...(characters.length === 2 ? [] : bigrams(characters)),
    ...characters.slice(1, -2).map((_, at) => ({ kind: 'suffix' as const, key: characters.slice(at + 1).join('') })),
  ]
}

const bigrams = (characters: readonly string[]): readonly NameKey[] =>
  characters.slice(1).map((character, at) => ({ kind: 'bigram', key: `${characters[at] ?? ''}${character}` }))

function soundKeys(text: string): readonly NameKey[] {
  const surname = surnameLength(text)
  return readingsOf(text).flatMap((syllables) => {
    const letters = syllables.map((syllable) => syllable.charAt(0))
    const sounds = syllables.map((_, from) => syllables.slice(from).join(''))
    const typedFast = [...syllables.slice(0, surname), ...letters.slice(surname)].join('')
    const initials = letters.slice(0, -1).map((_, from) => letters.slice(from).join(''))
    return [
      ...[...sounds, typedFast].filter((key) => key !== '').map((key) => ({ kind: 'pinyin' as const, key })),
      ...initials.filter((key) => key.length > 1).map((key) => ({ kind: 'initials' as const, key })),
    ]
  })
}

/** A name in Latin letters is found from the start of each of its words. */
function latinKeys(name: string): readonly NameKey[] {
  const words = normaliseName(name)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  const initials = words.map((word) => word.charAt(0)).join('')
  const sounds = words.map((_, from) => ({ kind: 'pinyin' as const, key: words.slice(from).join('') }))
  return initials.length > 1 ? [...sounds, { kind: 'initials', key: initials }] : sounds
}
