import { diceOf } from '../../dice.ts'
import { placesAt } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'

/** A village with the number of clients that its station serves. */
export interface Served {
  readonly place: ScenarioPlace
  readonly people: number
  readonly band: 'small' | 'middle' | 'large'
}

/** Document 000: so many village stations serve 100 clients and more, but fewer than 300. */
const MIDDLE = 2047
/** No document says how many serve 300 and more: assumed. */
const LARGE = 58

/** The estate of document 001 lies here: its veterans stand in the record of work one by one. */
export const ESTATE = '500101021004'

function clientsOf({ code }: ScenarioPlace, { at, band }: { at: number; band: Served['band'] }): number {
  const dice = diceOf('clients', code)
  if (band === 'large') return 301 + dice.below(60)
  // The ends of the bands are met: 100 and 299 are within, 99 is not.
  if (band === 'middle') return at === 0 ? 100 : at === 1 ? 299 : 100 + dice.below(12)
  return dice.isLucky(0.002) ? 99 : dice.below(6)
}

/** Every village of the city with its clients, in order of code. */
export function servedVillages(ground: ScenarioGround): readonly Served[] {
  const drawn = placesAt(ground, 'village')
    .map((place) => ({ place, rank: diceOf('band', place.code).share() }))
    .toSorted((a, b) => a.rank - b.rank)
  const bandAt = (at: number): Served['band'] => (at < MIDDLE ? 'middle' : at < MIDDLE + LARGE ? 'large' : 'small')
  return drawn
    .map(({ place }, at) => ({ place, people: clientsOf(place, { at, band: bandAt(at) }), band: bandAt(at) }))
    .toSorted((a, b) => (a.place.code < b.place.code ? -1 : 1))
}
