/** What of a unit says whether it serves whom. */
export interface Server {
  readonly unitCode: string
  readonly kind: string
  readonly status: string
  readonly isBranch: boolean
  readonly mergedIntoCode: string | null
}

const divisionOf = ({ unitCode }: Server): string => unitCode.slice(0, 12)

const isMain = ({ kind, isBranch }: Server): boolean => (kind === 'centre' || kind === 'station') && !isBranch

/** The open centre or station of a place, branches aside: the database keeps it to one. */
export const mainUnitOf = <U extends Server>(units: readonly U[], code: string): U | undefined =>
  units.find((unit) => divisionOf(unit) === code && unit.status === 'open' && isMain(unit))

/** The open unit that the place's own was merged into. */
function mergedInto<U extends Server>(units: readonly U[], code: string): U | undefined {
  const merged = units.filter((unit) => divisionOf(unit) === code && unit.status === 'merged' && isMain(unit))
  return units.find((unit) => unit.status === 'open' && merged.some(({ mergedIntoCode }) => mergedIntoCode === unit.unitCode))
}

/**
 * Who serves an address in a place: its own open unit; else the one that its own went into; else the nearest above that has
 * one. And who stands above whoever serves. The same order as a person on /me is told (0374).
 *
 * @param above the codes of the places above, the nearest first
 */
export function findServing<U extends Server>(
  units: readonly U[],
  { place, above }: { place: string; above: readonly string[] },
): { serving: U | undefined; above: U | undefined } {
  const higher = above.flatMap((code) => mainUnitOf(units, code) ?? [])
  const here = mainUnitOf(units, place) ?? mergedInto(units, place)
  const serving = here ?? higher[0]
  return { serving, above: higher.find((unit) => unit !== serving) }
}
