import { properName, spokenName } from './division-name.ts'

/** What a name may be found by. Keys that begin the name come before those that begin inside it. */
export interface SearchKeys {
  readonly starts: readonly string[]
  readonly inside: readonly string[]
}

const LONGEST = 24

/** Full-width to half-width, capitals to small letters, no blanks or apostrophes; ü is typed v. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’·]/g, '')

/** Query and name alike: the committee's ending dropped, cut where keys are cut. */
export const searchText = (text: string): string => [...spokenName(plainText(text))].slice(0, LONGEST).join('')

/**
 * The keys of a name: what follows from each character of its proper part on, its pinyin and its initials.
 *
 * Only the proper part begins keys: otherwise 村 alone would match four hundred thousand villages.
 * @param syllables the pinyin of the spoken name, one a character.
 */
export function searchKeys(name: string, syllables: readonly string[]): SearchKeys {
  const text = plainText(name)
  const characters = [...spokenName(text)]
  const parts = Array.from({ length: [...properName(text)].length }, (_, at) => characters.slice(at, at + LONGEST).join(''))
  const spelt = syllables.join('').slice(0, LONGEST)
  const initials = initialsOf(syllables).slice(0, LONGEST)
  return { starts: distinct([parts[0] ?? '', spelt, initials]), inside: distinct(parts.slice(1)) }
}

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)].filter((key) => key !== '')

/** Where a key stands among the answers: higher tiers first, names that begin with it before names that contain it. */
export const rankOf = (depth: number, where: keyof SearchKeys): number => (where === 'starts' ? depth : depth + 10)

/** 凤鸣路社区 → fmlsq. */
export const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.slice(0, 1)).join('')

const CHINESE_ENDINGS = ['', '省', '市', '区', '县', '镇', '乡', '街道', '村', '社区', '自治区']
const PINYIN_ENDINGS = [
  '',
  'sheng',
  'shi',
  'qu',
  'xian',
  'zhen',
  'xiang',
  'jiedao',
  'cun',
  'shequ',
  'zizhiqu',
  's',
  'q',
  'x',
  'z',
  'jd',
  'c',
  'sq',
  'zzq',
]

/** The keys that say exactly what was typed, give or take the kind of place: 渝北, yubei, yb → 渝北区. One letter says nothing. */
export function exactForms(text: string): readonly string[] {
  if (/^[a-z]$/.test(text)) return []
  const endings = /^[a-z]+$/.test(text) ? PINYIN_ENDINGS : CHINESE_ENDINGS
  return endings.map((ending) => text + ending)
}

/** The first text, in byte order, that no longer begins with `prefix`. */
export function endOfPrefix(prefix: string): string {
  const points = [...prefix]
  const last = points.pop()?.codePointAt(0) ?? 0
  return points.join('') + String.fromCodePoint(last + 1 === 0xd800 ? 0xe000 : last + 1)
}
