import type { Tier } from '../../../kernel/region-code.ts'

export const UNIT_KINDS = ['centre', 'station', 'postHouse', 'veteransHome'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const UNIT_STATUSES = ['planned', 'built', 'open', 'suspended', 'merged', 'closed'] as const
export type UnitStatus = (typeof UNIT_STATUSES)[number]

/** The life of a unit (B1): what it may become. What is over stays over. */
const NEXT: Readonly<Record<UnitStatus, readonly UnitStatus[]>> = {
  planned: ['built', 'open', 'closed'],
  built: ['open', 'closed'],
  open: ['suspended', 'merged', 'closed'],
  suspended: ['open', 'merged', 'closed'],
  merged: [],
  closed: [],
}

/** What a unit may become next. */
export const nextStatuses = (from: UnitStatus): readonly UnitStatus[] => NEXT[from]

export const canBecome = (from: UnitStatus, to: UnitStatus): boolean => from === to || NEXT[from].includes(to)

/** Centres stand at county and above, stations at township and village; post houses and homes anywhere (A003, A016, A017). */
export function suitsTier(kind: UnitKind, tier: Tier): boolean {
  const below = tier === 'township' || tier === 'village'
  if (kind === 'centre') return !below
  return kind === 'station' ? below : true
}
