import { type RegionCode, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { getPath } from '../../../network/index.ts'
import type { MatterType, Seat } from '../../domain/matters/matter-type.ts'

/** The divisions at whose units the seats of a matter are. The applicant and the clock have none. */
export type SeatPlaces = Readonly<Record<Exclude<Seat, 'applicant' | 'clock'>, RegionCode>>

/**
 * Where the seats of matters at a unit are. A tier that the place lacks is served by the next above it: a municipality
 * has no city between its counties and itself, and a matter kept at the county has its station there.
 */
export async function findSeatPlaces(tx: Tx, unitCode: UnitCode): Promise<SeatPlaces> {
  const place = regionOf(unitCode)
  const path = await getPath(tx, place)
  const at = (tier: string): RegionCode | undefined => path.find((division) => division.tier === tier)?.code
  const province = at('province') ?? place
  const city = at('city') ?? province
  const county = at('county') ?? city
  const township = at('township') ?? county
  return { station: place, township, county, approver: county, adviser: county, counsellor: county, supervisor: county, city, province }
}

/** The seats that an account can hold at its own unit: by its grants, and by the tier it stands at. */
export function seatsOf({ grants, tier }: Pick<Actor, 'grants' | 'tier'>): Seat[] {
  const serves = grants.has('matter.serve')
  const seats: readonly (readonly [Seat, boolean])[] = [
    ['applicant', serves],
    ['station', serves],
    ['township', serves && tier !== 'village'],
    ['county', serves && tier !== 'village' && tier !== 'township'],
    ['approver', grants.has('matter.approve')],
    ['adviser', grants.has('matter.advise')],
    ['counsellor', grants.has('matter.counsel')],
    ['supervisor', grants.has('matter.superviseLine')],
    ['city', grants.has('matter.city')],
    ['province', grants.has('matter.province')],
  ]
  return seats.filter(([, holds]) => holds).map(([seat]) => seat)
}

/** The seats of a matter that an account holds: at the unit where each seat is, and nowhere above or below it. */
export function seatsAt(actor: Pick<Actor, 'grants' | 'tier' | 'unitCode'>, places: SeatPlaces): Seat[] {
  const own = regionOf(actor.unitCode)
  const isOwnTownship = places.township === own
  return seatsOf(actor).filter((seat) => {
    if (seat === 'applicant') return true
    if (seat === 'clock') return false
    // Where a village has nobody of its own its township serves it.
    return places[seat] === own || (seat === 'station' && isOwnTownship)
  })
}

/** Whether somebody may read what was answered in a matter, and its papers: privileged kinds are opened to some seats only. */
export async function mayReadAnswers(
  tx: Tx,
  actor: Parameters<typeof seatsAt>[0],
  { type, unitCode }: { type: Pick<MatterType, 'readers'>; unitCode: UnitCode },
): Promise<boolean> {
  if (type.readers === undefined) return true
  const seats = seatsAt(actor, await findSeatPlaces(tx, unitCode))
  return type.readers.some((seat) => seats.includes(seat))
}
