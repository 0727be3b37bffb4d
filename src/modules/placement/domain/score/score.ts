import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Scheme, SchemeItem } from './scheme.ts'
import { countedHalfYears, serviceTime } from './service-time.ts'

/** What counts for somebody, item by item, and the paper that shows it. */
export interface Claim {
  readonly item: string
  readonly quantity: number
  readonly evidence: string
}

/** A line of a sheet. `points` are hundredths: quantity times what one is worth. */
export interface ScoreLine extends Claim {
  readonly points: number
}

export interface ScoreSheet {
  readonly lines: readonly ScoreLine[]
  /** Hundredths of a point. */
  readonly total: number
}

export interface Spell {
  readonly enlistedOn: PlainDate
  readonly leavingOn: PlainDate
  /** The paper that shows the days. */
  readonly evidence: string
}

/** Why no sheet can be drawn: which item, and what is wrong with it. */
export type ScoreRefusal =
  | { readonly code: 'no-such-item'; readonly item: string }
  | { readonly code: 'item-twice'; readonly item: string }
  | { readonly code: 'more-than-once'; readonly item: string }
  | { readonly code: 'too-short'; readonly item: string; readonly atLeast: number }
  | { readonly code: 'one-of-group'; readonly group: string }
  | { readonly code: 'service-is-counted'; readonly item: string }
  | { readonly code: 'left-before-enlisting' }

const itemOf = (scheme: Scheme, code: string): SchemeItem | undefined => scheme.items.find((item) => item.code === code)

function serviceClaims(scheme: Scheme, { enlistedOn, leavingOn, evidence }: Spell): Claim[] {
  const halfYears = countedHalfYears(serviceTime(enlistedOn, leavingOn), scheme.service)
  const first = Math.min(halfYears, scheme.service.firstHalfYears)
  const beyond = halfYears - first
  return [
    { item: scheme.service.first, quantity: first, evidence },
    ...(beyond > 0 ? [{ item: scheme.service.beyond, quantity: beyond, evidence }] : []),
  ]
}

function wrongWith(scheme: Scheme, claims: readonly Claim[], claim: Claim): ScoreRefusal | undefined {
  const item = itemOf(scheme, claim.item)
  if (!item) return { code: 'no-such-item', item: claim.item }
  if (item.code === scheme.service.first || item.code === scheme.service.beyond) return { code: 'service-is-counted', item: item.code }
  if (claims.filter((other) => other.item === claim.item).length > 1) return { code: 'item-twice', item: item.code }
  if (item.unit === 'once' && claim.quantity !== 1) return { code: 'more-than-once', item: item.code }
  if (item.atLeast !== undefined && claim.quantity < item.atLeast) return { code: 'too-short', item: item.code, atLeast: item.atLeast }
  return undefined
}

/** A group of which the claims have two, though a sheet may have one. */
function doubledGroup(scheme: Scheme, claims: readonly Claim[]): string | undefined {
  const groups = claims.map(({ item }) => itemOf(scheme, item)?.group)
  return scheme.oneOf.find((group) => groups.filter((one) => one === group).length > 1)
}

/**
 * Draws a score sheet by a version of the table: service counted from its days, each claim at what its item is worth. Whole
 * hundredths throughout, so that nothing is ever rounded.
 */
export function drawSheet(scheme: Scheme, spell: Spell, claims: readonly Claim[]): Result<ScoreSheet, ScoreRefusal> {
  if (spell.leavingOn < spell.enlistedOn) return refuse({ code: 'left-before-enlisting' })
  const wrong = claims.map((claim) => wrongWith(scheme, claims, claim)).find((one) => one !== undefined)
  if (wrong) return refuse(wrong)
  const group = doubledGroup(scheme, claims)
  if (group !== undefined) return refuse({ code: 'one-of-group', group })
  const lines = [...serviceClaims(scheme, spell), ...claims].map((claim) => ({
    ...claim,
    points: claim.quantity * (itemOf(scheme, claim.item)?.points ?? 0),
  }))
  return ok({ lines, total: lines.reduce((sum, { points }) => sum + points, 0) })
}

/** Lines that two sheets do not have alike, by item: an objection may change the one it is about, and no other. */
export function changedItems(before: readonly ScoreLine[], after: readonly ScoreLine[]): string[] {
  const items = [...new Set([...before, ...after].map(({ item }) => item))]
  const of = (lines: readonly ScoreLine[], item: string) => lines.find((line) => line.item === item)
  return items.filter((item) => {
    const [was, is] = [of(before, item), of(after, item)]
    return was?.quantity !== is?.quantity || was?.points !== is?.points || was?.evidence !== is?.evidence
  })
}
