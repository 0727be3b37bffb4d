const DIGITS = new Map(Array.from('〇零○一二三四五六七八九', (character, index) => [character, Math.max(0, index - 2)]))
const TENS: Record<string, number> = { 十: 10, 廿: 20, 卅: 30 }

/** 二十三, 十, 廿五, 一五 as a number of at most two digits; undefined for anything else. */
function smallNumber(text: string): number | undefined {
  const match = /^([一二三])?([十廿卅])([一二三四五六七八九])?$/.exec(text)
  if (match) return (match[1] ? (DIGITS.get(match[1]) ?? 1) * 10 : (TENS[match[2] ?? ''] ?? 0)) + (DIGITS.get(match[3] ?? '') ?? 0)
  return undefined
}

/**
 * Chinese numerals in a day as digits: 二〇二四年一月十五日 becomes 2024年1月15日. The zero is typed as 〇, 零, ○, or the
 * letter O between numerals.
 */
export function chineseToDigits(text: string): string {
  const zeros = text.replace(/(?<=[〇零○一二三四五六七八九Oo0])[Oo0]+(?=[〇零○一二三四五六七八九年])/g, (run) => '〇'.repeat(run.length))
  return zeros.replace(/[〇零○一二三四五六七八九十廿卅]+/g, (run) => {
    const small = smallNumber(run)
    if (small !== undefined) return String(small)
    return /[十廿卅]/.test(run) ? run : Array.from(run, (character) => DIGITS.get(character) ?? '').join('')
  })
}
