import type { Asker, Person, Verdict } from './judge.ts'
import { liesBelow } from './places.ts'
import { seesPeople } from './roles.ts'

export type RowKind = 'person' | 'visit' | 'work' | 'unit' | 'account'

export interface OwnedRow {
  readonly kind: RowKind
  readonly unit: string
  /** The person who may see it on /me; of all others not even the id is shown there. */
  readonly person?: string
}

/** Where every row of the world lies, by its id or by a text that stands nowhere else. */
export interface Owners {
  readonly ids: ReadonlyMap<string, OwnedRow>
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Full names, numbers and addresses of the world: no answer but an unmasking, and a donor's receipt, holds one. */
const IN_FULL = /麴[\u4e00-\u9fff]{2}|\b99010119\d{9}[\dX]\b|\b100\d{8}\b|金丝楠巷\d+号/g
/** Where a person on /me reads the own name. */
const OWN_NAME = ['mine.home', 'mine.file', 'GET /api/me/session', 'POST /api/me/session', 'POST /api/me/open', 'POST /api/me/bind']
const UNIT = /荣军站(\d{12}(?:-\d+)?)/g

interface About {
  readonly asker: Asker | undefined
  readonly route: string
  readonly typed: string
  readonly owners: Owners
}

/**
 * Everything in an answer that the asker must not see, in words. What the asker typed comes back at times (the ids that
 * were not found): that is no leak.
 */
export function leaksIn(text: string, about: About): string[] {
  const { typed } = about
  const ids = [...new Set(text.match(UUID))].filter((id) => !typed.includes(id))
  const inFull = [...new Set(text.match(IN_FULL))].filter((found) => !typed.includes(found) && !mayBeInFull(found, about))
  const units = [...text.matchAll(UNIT)].flatMap(([, unit = '']) => (typed.includes(unit) ? [] : [unit]))
  return [
    ...ids.flatMap((id) => leaksOfRow(id, about)),
    ...inFull.map((found) => `${found} in full`),
    ...units.filter((unit) => isForeign(unit, about.asker)).map((unit) => `the unit ${unit}`),
  ]
}

/** An unmasking; and the receipt that a donor takes home, which names the donor to who writes it. */
const IN_FULL_ROUTES = ['person.unmask', 'donation.receipt']

const mayBeInFull = (found: string, { asker, route }: About): boolean =>
  asker?.role === 'person' ? found === asker.name && OWN_NAME.includes(route) : IN_FULL_ROUTES.includes(route)

const isForeign = (unit: string, asker: Asker | undefined): boolean => !asker || !liesBelow(unit, asker.at)

function leaksOfRow(id: string, { asker, route, owners }: About): string[] {
  const row = owners.ids.get(id)
  if (row && asker?.role === 'person') return leaksOnMe(id, row, asker)
  // Who did something is named by a number alone, also where they stand above the reader.
  if (!row || (row.kind === 'account' && !route.startsWith('account.'))) return []
  const isPersonal = row.kind === 'person' || row.kind === 'visit'
  return [
    ...(isForeign(row.unit, asker) ? [`the ${row.kind} ${id} of ${row.unit}`] : []),
    ...(asker && asker.role !== 'person' && isPersonal && !seesPeople(asker.role) ? [`a ${row.kind} shown to ${asker.role}`] : []),
  ]
}

const leaksOnMe = (id: string, { kind, unit, person }: OwnedRow, { personId }: Person): string[] =>
  person === personId ? [] : [`the ${kind} ${id} of ${unit}, which is not the person's own`]

/** What a verdict looks like from outside. */
export const STATUS = { 'signed-out': 401, 'not-permitted': 403, 'not-found': 404, 'outside-authority': 409 } as const satisfies Partial<
  Record<Verdict, number>
>
