import { isUtf8 } from 'node:buffer'
import { atFirstUse } from '../text/at-first-use.ts'

/** Node reads GBK and does not write it. The tables that do are for cells that look spoiled, and most files have none. */
const iconv = atFirstUse<typeof import('iconv-lite')>('iconv-lite')

const decodesAsUtf8 = (bytes: Buffer): string | undefined => (isUtf8(bytes) ? bytes.toString('utf8') : undefined)

/** Windows-1252 puts these characters where Latin-1 has the control codes from 0x80 on; the five it leaves are themselves. */
const CP1252 = new Map(Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (character, at) => [character, 0x80 + at]))

function latinBytes(text: string): Buffer | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const byte = CP1252.get(character) ?? character.codePointAt(0) ?? 0
    if (byte > 0xff) return undefined
    bytes.push(byte)
  }
  return Buffer.from(bytes)
}

const CHINESE = /\p{Script=Han}/u
/** Latin-1 letters. Without one, ×××× and ···· are what somebody wrote to leave a place open, not 鬃鬃 and 贩贩. */
const LATIN_LETTER = /[À-ÖØ-öø-ÿ]/
const STRANGE = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u

/** GB 2312 level 1 (B0–D7) and level 2 (D8–F7): what a GBK text read as Latin-1 must turn out to be. */
function isPlainGb2312(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
    if (lead < 0x80) continue
    if (lead < 0xb0 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false
    at++
  }
  return true
}

const believable = (text: string | undefined): text is string =>
  text !== undefined && CHINESE.test(text) && !STRANGE.test(text.replace(/[\t\r\n]/g, ''))

/** Three rare surnames in a row can be whole UTF-8 by chance (宓卞安): everyday characters that would say what nobody writes (嵱尲). */
const isMeant = (seen: Buffer, mended: string): boolean => isPlainGb2312(seen) && !isPlainGb2312(iconv().encode(mended, 'gb18030'))

function fromGbk(text: string): string | undefined {
  for (const encoding of ['gb18030', 'gbk']) {
    const bytes = iconv().encode(text, encoding)
    const mended = decodesAsUtf8(bytes)
    if (believable(mended) && mended.length < text.length && !isMeant(bytes, mended) && iconv().decode(bytes, encoding) === text)
      return mended
  }
  return undefined
}

function fromLatin(text: string): string | undefined {
  const bytes = latinBytes(text)
  if (!bytes) return undefined
  const mended = decodesAsUtf8(bytes)
  if (believable(mended)) return mended
  const high = bytes.filter((byte) => byte >= 0x80).length
  if (high < 4 || !LATIN_LETTER.test(text) || !isPlainGb2312(bytes)) return undefined
  const chinese = iconv().decode(bytes, 'gbk')
  return believable(chinese) ? chinese : undefined
}

/**
 * Undoes the three common ways a Chinese text is spoiled: UTF-8 read as GBK (涓浗), UTF-8 read as Latin-1 or
 * Windows-1252 (ä¸­å›½), GBK read as Latin-1 (ÖÐ¹ú). Returns undefined where the text is not spoiled or cannot be
 * restored without loss; never guesses.
 */
export function repairMojibake(text: string): string | undefined {
  return fromLatin(text) ?? fromGbk(text)
}

/** Nothing can be restored where bytes were already replaced: U+FFFD, and the same read as GBK (锟斤拷). */
export const isGarbled = (text: string): boolean => text.includes('\ufffd') || text.includes('锟斤拷')

/** The characters a spoiled text can begin with: GBK pairs and Latin letters that are the first bytes of a UTF-8 Chinese character or a GBK one. */
function suspects(): string {
  const pairs: number[] = []
  for (let lead = 0xe2; lead <= 0xef; lead++) for (let trail = 0x80; trail <= 0xbf; trail++) pairs.push(lead, trail)
  const gbk = Array.from(new Set(new TextDecoder('gbk').decode(Uint8Array.from(pairs))))
  return `${gbk.filter((character) => CHINESE.test(character)).join('')}\u00b0-\u00f7\ufffd锟`
}

/** Finds the places worth a closer look; one pass over a whole batch is far cheaper than a look at every cell. */
export const SUSPECT = new RegExp(`[${suspects()}]`, 'g')
