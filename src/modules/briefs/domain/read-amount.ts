/** What words say of a value: exactly this, more than this, or a little less than this. */
export interface SaidAmount {
  readonly comparison: 'eq' | 'gt' | 'near'
  readonly bound: number
}

const WORDS = /^(近|超过|超|逾)?(负)?(\d+(?:\.\d+)?)(余|多)?(万|亿)?(余|多)?$/
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** Reads official words back, without a measure word. @throws where they are none */
export function readAmount(words: string): SaidAmount {
  const match = WORDS.exec(words)
  if (!match) throw new Error(`「${words}」 states no amount`)
  const [, before, minus, digits = '', within, scale = '', behind] = match
  // Decimal digits are scaled as text: 7.3 × 10000 is 73000 whatever a binary fraction makes of it.
  const [whole = '', fraction = ''] = digits.split('.')
  const places = Math.round(Math.log10(SCALES[scale] ?? 1))
  if (fraction.length > places && scale !== '') throw new Error(`「${words}」 is finer than one`)
  const bound = scale === '' ? Number(digits) : Number(whole + fraction.padEnd(places, '0'))
  const comparison = before === '近' ? 'near' : (before ?? within ?? behind) !== undefined ? 'gt' : 'eq'
  return { comparison, bound: minus ? -bound : bound }
}

/** Whether words admit a value: 近 reaches a tenth down. */
export function admits({ comparison, bound }: SaidAmount, value: number): boolean {
  if (comparison === 'eq') return value === bound
  return comparison === 'gt' ? value > bound : value < bound && value * 10 >= bound * 9
}
