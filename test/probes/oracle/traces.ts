import type { Asker, Verdict } from './judge.ts'
import { seesPeople } from './permission-table.ts'
import { liesBelow } from './places.ts'

export type RowKind = 'person' | 'visit' | 'work' | 'unit' | 'account'

/** Where every row of the world lies, by its id or by a text that stands nowhere else. */
export interface Owners {
  readonly ids: ReadonlyMap<string, { readonly kind: RowKind; readonly unit: string }>
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Full names, numbers and addresses of the world: no answer but an unmasking holds one. */
const IN_FULL = /麴[\u4e00-\u9fff]{2}|\b99010119\d{9}[\dX]\b|\b100\d{8}\b|金丝楠巷\d+号/g
const UNIT = /荣军站(\d{12}(?:-\d+)?)/g

/**
 * Everything in an answer that the asker must not see, in words. What the asker typed comes back at times (the ids that
 * were not found): that is no leak.
 */
export function leaksIn(text: string, about: { asker: Asker | undefined; route: string; typed: string; owners: Owners }): string[] {
  const { asker, route, typed, owners } = about
  const isForeign = (unit: string): boolean => !asker || !liesBelow(unit, asker.at)
  const leaks: string[] = []
  for (const id of new Set(text.match(UUID))) {
    const row = owners.ids.get(id)
    if (!row || typed.includes(id)) continue
    // Who did something is named by a number alone, also where they stand above the reader.
    if (row.kind === 'account' && !route.startsWith('account.')) continue
    if (isForeign(row.unit)) leaks.push(`the ${row.kind} ${id} of ${row.unit}`)
    if (asker && (row.kind === 'person' || row.kind === 'visit') && !seesPeople(asker.role))
      leaks.push(`a ${row.kind} shown to ${asker.role}`)
  }
  for (const found of new Set(text.match(IN_FULL))) {
    if (typed.includes(found)) continue
    if (route !== 'person.unmask') leaks.push(`${found} in full`)
  }
  for (const [, unit = ''] of text.matchAll(UNIT)) if (!typed.includes(unit) && isForeign(unit)) leaks.push(`the unit ${unit}`)
  return leaks
}

/** What a verdict looks like from outside. */
export const STATUS = { 'signed-out': 401, 'not-permitted': 403, 'not-found': 404 } as const satisfies Partial<Record<Verdict, number>>
