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
  PLAIN.test(name)
    ? name
    : normaliseName(name)
        .toLowerCase()
        .replace(/[·\s'’.-]|\p{Variation_Selector}/gu, '')

/** Nearly every name: ordinary characters and nothing else, of which no form is changed. */
const PLAIN = /^[\u4e00-\u9fff]+$/

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
  const characters = [...bareName(name)].slice(0, LONGEST)
  const text = characters.join('')
  if (text === '') return []
  const keys: NameKey[] = [{ kind: 'full', key: text }]
  if (/^[a-z]+$/.test(text)) for (const { kind, key } of latinKeys(name)) add(keys, kind, key)
  else {
    addCharacters(keys, characters)
    for (const syllables of readingsOf(text)) addSounds(keys, syllables, surnameLength(text))
  }
  return keys
}

/** Adds a key once: there are few, and a walk over them costs less than a set of them. */
function add(keys: NameKey[], kind: NameKeyKind, key: string): void {
  for (const known of keys) if (known.key === key && known.kind === kind) return
  keys.push({ kind, key })
}

function addCharacters(keys: NameKey[], characters: readonly string[]): void {
  const { length } = characters
  for (const character of characters) add(keys, 'char', character)
  for (let at = 1; length !== 2 && at < length; at += 1) add(keys, 'bigram', `${characters[at - 1] ?? ''}${characters[at] ?? ''}`)
  for (let from = 1; from < length - 2; from += 1) add(keys, 'suffix', characters.slice(from).join(''))
}

function addSounds(keys: NameKey[], syllables: readonly string[], surname: number): void {
  let [sound, typedFast] = ['', '']
  const endings: string[] = []
  for (let at = syllables.length - 1; at >= 0; at -= 1) {
    const syllable = syllables[at] ?? ''
    sound = syllable + sound
    typedFast = (at < surname ? syllable : syllable.charAt(0)) + typedFast
    endings.unshift(sound)
  }
  for (const ending of [...endings, typedFast]) if (ending !== '') add(keys, 'pinyin', ending)
  for (let at = 0; at < syllables.length - 1; at += 1) {
    const key = initialsFrom(syllables, at)
    if (key.length > 1) add(keys, 'initials', key)
  }
}

function initialsFrom(syllables: readonly string[], from: number): string {
  let initials = ''
  for (let at = from; at < syllables.length; at += 1) initials += syllables[at]?.charAt(0) ?? ''
  return initials
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
