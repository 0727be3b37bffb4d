import { CITIES, COUNTIES, NOWHERE } from '../world/places.ts'
import type { Generator } from './probe-case.ts'

const atPlace: Generator = async () =>
  [...COUNTIES, ...CITIES].map((place) => ({ label: place, touches: place, body: { place, limit: 500 }, absent: { place: NOWHERE } }))

const verified: Generator = async () =>
  COUNTIES.map((county) => ({
    label: county,
    touches: county,
    body: { bureauCode: county.slice(0, 6) },
    absent: { bureauCode: NOWHERE.slice(0, 6) },
  }))

export const journal: Readonly<Record<string, Generator>> = {
  'journal.list': atPlace,
  'journal.chains': atPlace,
  'journal.verify': verified,
}
