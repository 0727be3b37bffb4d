import { toHalfWidth } from './half-width.ts'

/** Full-width letters, digits and the signs of codes. The marks of Chinese prose (，。；：？！（）) stay as they are. */
const CODE_SIGNS = /[０-９Ａ-Ｚａ-ｚ＋－．／＠＿＃＆％＝＊]/g
/** Ordinary characters and printable ASCII without spaces: nothing to repair. */
const SOUND = /^[\u4e00-\u9fff!-~]+$/
/** Nearly every name. */
const PLAIN_NAME = /^[\u4e00-\u9fff]+$/
/** Every mark that some keyboard or system writes between the parts of a name. */
const MIDDLE_DOTS = /[·•・‧∙⋅．･・]/gu

/**
 * Text as it should have been typed: letters and digits half-width, no invisible characters, runs of spaces one space,
 * none at the edges, composed (NFC, which also turns compatibility ideographs into the ordinary ones). Repairing twice
 * changes nothing.
 */
export function repairText(text: string): string {
  if (SOUND.test(text)) return text
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(CODE_SIGNS, toHalfWidth)
    .normalize('NFC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

/**
 * A person's name in the one form in which it is stored and compared: repaired, one kind of middle dot, no spaces
 * between Chinese characters (`张　三` is how a form is filled, not a name), single spaces in a Latin name.
 */
export function normaliseName(name: string): string {
  if (PLAIN_NAME.test(name)) return name
  return repairText(name.replace(MIDDLE_DOTS, '·'))
    .replace(/ ?· ?/g, '·')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
}
