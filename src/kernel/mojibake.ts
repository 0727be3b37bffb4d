/** What a misread text was, and what it says when it is read rightly. */
export type Mojibake =
  | { readonly kind: 'clean' }
  | { readonly kind: 'repaired'; readonly misreadAs: 'latin1' | 'gbk'; readonly text: string }
  /** Surely misread, but bytes were lost on the way: only the source file can help. */
  | { readonly kind: 'lost' }

/** What Windows-1252 shows for the bytes 0x80–0x9F; a dot where it shows the control character itself. */
const WINDOWS_1252 = [...'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ']

function latin1Byte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return code
  const place = WINDOWS_1252.indexOf(character)
  return place >= 0 ? 0x80 + place : undefined
}

let pairsOnce: ReadonlyMap<string, number> | undefined

/** Character → its two bytes, read off the platform's own decoder; made once, when the first text beyond Latin comes. */
function gbkPairs(): ReadonlyMap<string, number> {
  pairsOnce ??= readGbkPairs()
  return pairsOnce
}

function readGbkPairs(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk')
  const pairs = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...character].length === 1 && character !== '\ufffd') pairs.set(character, lead * 256 + trail)
    }
  }
  return pairs
}

function bytesInLatin1(text: string): number[] | undefined {
  const bytes = Array.from(text, latin1Byte)
  return bytes.every((byte) => byte !== undefined) ? bytes : undefined
}

function bytesInGbk(text: string): number[] | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = character === '€' ? 0x80 : code < 0x80 ? code : gbkPairs().get(character)
    if (pair === undefined) return undefined
    if (pair > 0xff) bytes.push(pair >> 8, pair & 0xff)
    else bytes.push(pair)
  }
  return bytes
}

/** Chinese characters and their punctuation, and ASCII: three-byte UTF-8 that no ordinary text of another code page happens to be. */
const CHINESE = /^[\x20-\x7e\s·“”‘’—…\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]+$/u

/** Cheap, because nearly every text fails here: the first byte above ASCII opens three or four, and the next continues it. */
function opensLikeUtf8(bytes: readonly number[]): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const [lead = 0, next = 0] = bytes.slice(first, first + 2)
  return lead >= 0xe2 && lead <= 0xf4 && next >= 0x80 && next <= 0xbf
}

/** In GB 2312, the 6,763 characters of everyday writing. Three rare surnames in a row can be whole UTF-8 by chance, but then say what nobody writes. */
function isEveryday(character: string): boolean {
  const pair = gbkPairs().get(character) ?? 0
  return pair >= 0xb0a1 && pair <= 0xf7fe && (pair & 0xff) >= 0xa1
}

function asUtf8(bytes: readonly number[]): string | undefined {
  if (!opensLikeUtf8(bytes)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    const characters = text.match(/\p{Script=Han}/gu) ?? []
    return CHINESE.test(text) && characters.filter(isEveryday).length * 2 > characters.length ? text : undefined
  } catch {
    return undefined
  }
}

/** The longest beginning that is whole, where the end was eaten: at least two characters, so that chance does not speak. */
function startsAsUtf8(text: string): boolean {
  const bytes = bytesInGbk(/^[^?\ufffd]*/.exec(text)?.[0] ?? '')
  if (!bytes) return false
  return [0, 1, 2].some((cut) => [...(asUtf8(bytes.slice(0, bytes.length - cut)) ?? '')].length >= 2)
}

/**
 * Tells whether a text is UTF-8 that was read as Latin-1 or as GBK (`å¼ ä¸‰`, `寮犱笁` for 张三), and reads it rightly
 * where no byte was lost. The proof is the round trip itself: the bytes are whole UTF-8 and say Chinese. Ordinary
 * Chinese fails that test, so a clean text is never changed.
 */
export function findMojibake(text: string): Mojibake {
  if (/^[\x20-\x7e\s]*$/.test(text)) return { kind: 'clean' }
  const latin1 = bytesInLatin1(text)
  const fromLatin1 = latin1 && asUtf8(latin1)
  if (fromLatin1 !== undefined) return { kind: 'repaired', misreadAs: 'latin1', text: fromLatin1 }
  const gbk = bytesInGbk(text)
  const fromGbk = gbk && asUtf8(gbk)
  if (fromGbk !== undefined) return { kind: 'repaired', misreadAs: 'gbk', text: fromGbk }
  return text.includes('\ufffd') || text.includes('锟斤拷') || startsAsUtf8(text) ? { kind: 'lost' } : { kind: 'clean' }
}
