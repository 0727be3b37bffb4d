/**
 * A share in per cent (or per mille) as a report says it, at most two decimals, rounded half up: what is not all never
 * becomes 100, what is not nothing never 0. Without its sign.
 */
export function shareDigits(value: number, whole = 100): string {
  const hundredths = Math.round((Math.abs(value) + Number.EPSILON) * 100)
  const top = whole * 100
  const kept = Math.abs(value) < whole && hundredths >= top ? top - 1 : hundredths === 0 && value !== 0 ? 1 : hundredths
  return `${value < 0 ? '-' : ''}${kept / 100}`
}

/** `82.3` → `82.3%`; what is above nothing and below a hundredth of a per cent is said to be less than that. */
export function sayShare(value: number, sign: '%' | '‰'): string {
  if (value > 0 && value < 0.005) return `不足0.01${sign}`
  return `${shareDigits(value, sign === '%' ? 100 : 1000)}${sign}`
}
