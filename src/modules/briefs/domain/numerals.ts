const DIGITS = '零一二三四五六七八九'
/** Above this no brief has so many headings. */
const MOST = 99

/** Whether a number has a numeral here. */
export const isNumeral = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST

/** `12` → `十二`: how headings are counted, from 1 to 99. @throws outside of that */
export function numeralOf(count: number): string {
  if (!isNumeral(count)) throw new Error(`no numeral for ${count}`)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return `${ten}${ones === 0 ? '' : DIGITS[ones]}`
}
