import type { MissionFigure } from './figures.ts'

type Stated = Pick<MissionFigure, 'stated' | 'unit' | 'comparison'>

/** 近3000: fewer, but not so few that somebody would have said 2800多. */
const NEAR = 0.95

/** The digit after the last one said: 6600余 says hundreds and stays below 6700; a single number may rise to the next ten. */
const stepOf = (stated: number): number => {
  const zeros = /0*$/.exec(String(stated))?.[0].length ?? 0
  return zeros === 0 ? 10 : 10 ** zeros
}

function holdsBeyond(stated: number, computed: number, unit: string): boolean {
  // 三年多: whole years are counted, and the days above them are the 多.
  if (unit === 'year') return computed === stated
  return computed > stated && computed < stated + stepOf(stated)
}

const decimalsOf = (stated: string): number => stated.split('.')[1]?.length ?? 0

/** A day is 20190130, a month its first six digits. */
function holdsDay(stated: string, computed: number): boolean {
  const digits = stated.replaceAll('-', '')
  return String(computed).startsWith(digits)
}

/**
 * Whether what was computed is what a document says: exactly, to the digits it gives; strictly more and in the same
 * leading digits for 余 and 多; a little less for 近.
 *
 * @param computed yuan where the unit is yuan, a day as 20190130
 */
export function holds({ stated, unit, comparison }: Stated, computed: number | null): boolean {
  if (computed === null) return false
  if (stated.includes('-')) return holdsDay(stated, computed)
  const value = Number(stated)
  if (comparison === 'gt') return holdsBeyond(value, computed, unit)
  if (comparison === 'approx') return computed < value && computed >= value * NEAR
  return computed.toFixed(decimalsOf(stated)) === value.toFixed(decimalsOf(stated)) && (decimalsOf(stated) > 0 || computed === value)
}
