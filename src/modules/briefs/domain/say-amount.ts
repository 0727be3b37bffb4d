/**
 * How a number is said: as it is; 余 or 多 behind it; 超过 or 逾 before it; 近; or whichever of 余, 近 and itself suits the value.
 * A small one as a numeral (六大类), a date to its month, a share that is all as 全部.
 */
export const SAYINGS = ['exact', 'more', 'many', 'over', 'above', 'near', 'round', 'numeral', 'month', 'all'] as const
export type Saying = (typeof SAYINGS)[number]

/** Sayings that make another number of it; the rest say it as it is. */
const ROUNDING: readonly Saying[] = ['more', 'many', 'over', 'above', 'near', 'round']

const [WAN, YI] = [10_000, 100_000_000]
/** Two digits are kept of what is said to be more: 7.3万余, 6600余. */
const KEPT = 2
/** 近 is said of what lies at most a twentieth below. */
const NEAR_BY = 20

/** Digits with 万 or 亿 where at most two decimals say the value exactly, else all its digits. */
export function digitsOf(value: number): string {
  const scaled = (by: number) => (value * 100) % by === 0
  if (value >= YI && scaled(YI)) return `${value / YI}亿`
  if (value >= WAN && scaled(WAN)) return `${value / WAN}万`
  return String(value)
}

const roundedDown = (value: number, digits: number): number => {
  const step = 10 ** Math.max(0, String(value).length - digits)
  return Math.floor(value / step) * step
}

const roundedUp = (value: number, digits: number): number => {
  const step = 10 ** Math.max(0, String(value).length - digits)
  return Math.ceil(value / step) * step
}

/** The next round number above, with one digit where it is near enough; undefined where none is. */
function nearTo(value: number): number | undefined {
  const above = [roundedUp(value, 1), roundedUp(value, KEPT)]
  return above.find((bound) => bound > value && (bound - value) * NEAR_BY <= bound)
}

/** Below 100 every digit counts; 余 of a number of two digits says tens: 20余. */
function boundBelow(value: number): number {
  return value < 100 ? roundedDown(value, 1) : roundedDown(value, KEPT)
}

/** 余 stands behind 万, but before it where so many tens of it are counted: 7.3万余, 17万余, 1000余万. */
function withRest(digits: string, rest: '余' | '多'): string {
  const [, count = '', scale = ''] = /^(\d{2,}0)([万亿])$/.exec(digits) ?? []
  return scale === '' ? `${digits}${rest}` : `${count}${rest}${scale}`
}

/**
 * A whole number in official words: 余, 多, 超过 and 逾 only of what is strictly more, 近 only of what is a little less, and
 * the number itself where it is round or small: `73215` → `7.3万余`, `2986` → `近3000`, `2047` exact → `2047`.
 */
export function sayAmount(value: number, saying: Saying): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`)
  if (value < 0) return `负${sayAmount(-value, 'exact')}`
  if (!ROUNDING.includes(saying) || value < 20) return digitsOf(value)
  const near = nearTo(value)
  if (saying === 'near') return near === undefined ? digitsOf(value) : `近${digitsOf(near)}`
  const bound = boundBelow(value)
  if (bound === value) return digitsOf(value)
  if (saying === 'round')
    return value >= 100 && near !== undefined && near === roundedUp(value, 1) ? `近${digitsOf(near)}` : withRest(digitsOf(bound), '余')
  if (saying === 'more') return withRest(digitsOf(bound), '余')
  if (saying === 'many') return withRest(digitsOf(bound), '多')
  return `${saying === 'over' ? '超过' : '逾'}${digitsOf(bound)}`
}
