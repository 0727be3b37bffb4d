import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator } from './probe-case.ts'

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]
const period = { from: '2026-01-01', to: '2026-12-31' }

/** Pseudo nodes of the tree (市辖区) are no tier: they have figures, and no page. */
const PAGES = PLACES.filter((place) => !place.startsWith('5001000') && !place.startsWith('5002000'))

const atPlaces =
  (extra: object, places: readonly string[] = PLACES): Generator =>
  async () =>
    places.map((place) => ({
      label: place,
      touches: place,
      body: { place, period, ...extra },
      absent: { place: NOWHERE, period, ...extra },
    }))

export const figures: Readonly<Record<string, Generator>> = {
  'figure.list': async () => [{ label: 'all', body: {} }],
  'figure.read': atPlaces({ codes: ['visits'], by: 'children' }),
  'figure.ranking': atPlaces({ code: 'visits' }),
  'figure.rows': atPlaces({ code: 'visits', limit: 500 }),
  'figure.dashboard': atPlaces({ strip: ['visits'], focus: 'visits' }, PAGES),
}
