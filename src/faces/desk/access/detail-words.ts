import type { LeafDetail } from '../../../platform/journal/contract.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)

/** The detail of a leaf in one line: `people 2 · way home`; an id by its first eight signs. */
export const detailWords = (detail: LeafDetail): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${isId(value) ? value.slice(0, 8) : String(value)}`)
    .join(' · ')
