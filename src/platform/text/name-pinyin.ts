import { surnameLength } from '../../kernel/mask.ts'
import { pinyinDictionary } from './pinyin-dictionary.ts'

/**
 * Surnames and characters of given names that are truly read in more than one way, or that people type by their
 * everyday reading. Both are kept as keys: a clerk who types 覃 as `tan` must find the person who says `qin`.
 */
const ALSO_READ: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    覃: ['qin', 'tan'],
    尉: ['wei', 'yu'],
    翟: ['zhai', 'di'],
    盖: ['ge', 'gai'],
    缪: ['miao', 'mou'],
    郇: ['xun', 'huan'],
    乐: ['yue', 'le'],
    黑: ['he', 'hei'],
    那: ['na', 'nuo'],
    隗: ['wei', 'kui'],
    朝: ['chao', 'zhao'],
    长: ['chang', 'zhang'],
    重: ['chong', 'zhong'],
    行: ['xing', 'hang'],
    盛: ['sheng', 'cheng'],
    晟: ['sheng', 'cheng'],
    茜: ['xi', 'qian'],
    莘: ['shen', 'xin'],
    柏: ['bai', 'bo'],
  }),
)

const MOST_READINGS = 8

/** ü is typed as `v`, and written `yu` on passports (吕 LYU) or `u` by those who have neither. */
function spellings(syllable: string): readonly string[] {
  return /^[ln]v/.test(syllable) ? [syllable, syllable.replace('v', 'yu'), syllable.replace('v', 'u')] : [syllable]
}

const syllablesOf = (name: string, surname: 'head' | 'off'): readonly string[] =>
  pinyinDictionary().pinyin(name, { toneType: 'none', type: 'array', v: true, surname, toneSandhi: false })

/** Working out sounds costs more than sealing all else of a person. Surnames and given names recur: the last thousands are kept. */
const REMEMBERED = 20_000
const heard = { head: new Map<string, readonly string[]>(), off: new Map<string, readonly string[]>() }

function soundsOf(part: string, surname: 'head' | 'off'): readonly string[] {
  const remembered = heard[surname]
  const known = remembered.get(part)
  if (known) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const syllables = part === '' ? [] : syllablesOf(part, surname)
  remembered.set(part, syllables)
  return syllables
}

/**
 * The readings of a name, each a syllable a character: the surname's own first (单 shan, 仇 qiu, 万俟 moqi), then the
 * everyday one and the spellings of ü; at most eight. A character without a known reading gives an empty syllable.
 */
export function readingsOf(name: string): readonly (readonly string[])[] {
  const characters = [...name]
  const length = surnameLength(name)
  const [surname, given] = [characters.slice(0, length).join(''), characters.slice(length).join('')]
  const everyday = soundsOf(surname, 'off')
  const proper = [...soundsOf(surname, 'head'), ...soundsOf(given, 'off')]
  const choices = characters.map((character, at) => {
    const read = new Set([proper[at] ?? '', everyday[at] ?? '', ...(ALSO_READ.get(character) ?? [])])
    return [...read].filter((syllable) => /^[a-z]+$/.test(syllable)).flatMap(spellings)
  })
  const start: readonly (readonly string[])[] = [[]]
  return choices.reduce((readings, syllables) => {
    const grown = (syllables.length === 0 ? [''] : syllables).flatMap((syllable) => readings.map((reading) => [...reading, syllable]))
    return grown.slice(0, MOST_READINGS)
  }, start)
}
