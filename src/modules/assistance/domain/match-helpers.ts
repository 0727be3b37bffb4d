import type { UnitCode } from '../../../kernel/region-code.ts'

/** A helper as matching sees one. */
export interface Offer {
  readonly id: string
  readonly unitCode: UnitCode
  readonly gives: readonly string[]
  /** How many more people they may take on. */
  readonly room: number
}

/** A person who needs help: where, what, and which of it at once. */
export interface Wanted {
  readonly unitCode: UnitCode
  readonly needs: readonly { readonly kind: string; readonly urgency: 'now' | 'soon' | 'ordinary' }[]
}

/** Why a helper stands where they stand. */
export interface Match {
  readonly id: string
  readonly near: 'village' | 'township' | 'county'
  readonly meets: readonly string[]
  readonly urgent: readonly string[]
  readonly room: number
}

const DISTANCE = { village: 0, township: 1, county: 2 } as const

function nearness(helper: UnitCode, person: UnitCode): Match['near'] | undefined {
  if (helper.slice(0, 12) === person.slice(0, 12)) return 'village'
  if (helper.slice(0, 9) === person.slice(0, 9)) return 'township'
  return helper.slice(0, 6) === person.slice(0, 6) ? 'county' : undefined
}

/**
 * Helpers of the person's county with room who can meet at least one open need, ranked by one reason after the other and never
 * by a sum of points, so that the order can be said in a sentence: more urgent needs met, more needs met, nearer, more room,
 * and last the id, so that the same question has the same answer.
 */
export function matchHelpers(wanted: Wanted, offers: readonly Offer[]): Match[] {
  const kinds = wanted.needs.map(({ kind }) => kind)
  const urgentKinds = new Set(wanted.needs.filter(({ urgency }) => urgency === 'now').map(({ kind }) => kind))
  return offers
    .flatMap(({ id, unitCode, gives, room }) => {
      const near = nearness(unitCode, wanted.unitCode)
      const meets = kinds.filter((kind) => gives.includes(kind))
      if (near === undefined || meets.length === 0 || room < 1) return []
      return [{ id, near, meets, urgent: meets.filter((kind) => urgentKinds.has(kind)), room }]
    })
    .toSorted(
      (a, b) =>
        b.urgent.length - a.urgent.length ||
        b.meets.length - a.meets.length ||
        DISTANCE[a.near] - DISTANCE[b.near] ||
        b.room - a.room ||
        (a.id < b.id ? -1 : 1),
    )
}
