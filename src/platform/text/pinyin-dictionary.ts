import { atFirstUse } from './at-first-use.ts'

/** The dictionary of readings: a tenth of a second and 25 MB, for whoever spells a name. */
export const pinyinDictionary = atFirstUse<typeof import('pinyin-pro')>('pinyin-pro')
