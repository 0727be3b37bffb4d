import { normaliseName } from '../../kernel/chinese-text.ts'
import { surnameLength } from '../../kernel/mask.ts'
import { readingsOf } from './name-pinyin.ts'

export type NameKeyKind = 'full' | 'suffix' | 'pinyin' | 'initials'

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

/** The characters of a name by which it is indexed, in one text. */
export const indexedName = (name: string): string => [...bareName(name)].slice(0, LONGEST).join('')

/**
 * The key rows of a person, for a table with the indexes `([bureau_code,] kind, key, unit_code, person_id)` that is searched
 * with `=` and ranges only: the predicates that keep their index under row-level security. 周建国 yields
 *
 * | kind | keys | answers whatever it begins with |
 * |---|---|---|
 * | full | 周建国 | the whole name, what is asked most; the beginning of a longer one |
 * | suffix | 建国 国 | any part further on, of one character and more |
 * | pinyin | zhoujianguo jianguo guo zhoujg | pinyin of any part from its start; zhoujg is how fast typists write |
 * | initials | zjg jg | first letters of any part of two or more |
 *
 * Nine rows for a name of three characters, about 27 million for three million people. A part is the beginning of a
 * suffix, so it needs no key of its own; every key is an insert, and most of what a large import costs.
 *
 * Characters are code points, so 𠮷 is one. The dot of 买买提·吐尔逊 is in no key, and each part begins a suffix. Every
 * reading of a surname with several gives its own pinyin and initials.
 */
export function nameKeys(name: string): readonly NameKey[] {
  const text = indexedName(name)
  if (text === '') return []
  const keys: NameKey[] = [{ kind: 'full', key: text }]
  if (/^[a-z]+$/.test(text)) for (const { kind, key } of latinKeys(name)) add(keys, kind, key)
  else {
    addSuffixes(keys, [...text])
    for (const syllables of readingsOf(text)) addSounds(keys, syllables, surnameLength(text))
  }
  return keys
}

/** Adds a key once: there are few, and a walk over them costs less than a set of them. */
function add(keys: NameKey[], kind: NameKeyKind, key: string): void {
  for (const known of keys) if (known.key === key && known.kind === kind) return
  keys.push({ kind, key })
}

function addSuffixes(keys: NameKey[], characters: readonly string[]): void {
  for (let from = 1; from < characters.length; from += 1) keys.push({ kind: 'suffix', key: characters.slice(from).join('') })
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
