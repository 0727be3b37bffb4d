import drawings from '../../../../data/divisions/drawings.json' with { type: 'json' }
import type { Division } from '../contract.ts'

const DRAWINGS = new Map<string, readonly string[]>(Object.entries(drawings))

/** Rows of a place's map, in words; none for most places. */
export const drawingOf = ({ code, tier }: Pick<Division, 'code' | 'tier'>): string | undefined =>
  tier === 'province' || tier === 'county' ? DRAWINGS.get(code.slice(0, 6))?.join('\n') : undefined
