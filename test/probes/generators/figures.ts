import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker } from './probe-case.ts'

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

const MONTHS = { confirm: '2019-01', accept: '2019-02', return: '2019-03', lock: '2019-04' } as const

/** Months before any unit was open: nothing is awaited below. One for each route and place. */
const closings =
  (step: keyof typeof MONTHS, places: readonly string[], extra: object = {}): Generator =>
  async (maker: Maker) => {
    const month = MONTHS[step]
    const cases = []
    for (const place of places) {
      if (step !== 'confirm') await maker.done('closing.confirm', { touches: place }, { place, month })
      cases.push({ label: place, touches: place, body: { place, month, ...extra }, absent: { place: NOWHERE, month, ...extra } })
    }
    return cases
  }

export const figures: Readonly<Record<string, Generator>> = {
  'figure.list': async () => [{ label: 'all', body: {} }],
  'figure.read': async (maker) => [
    ...(await atPlaces({ codes: ['visits'], by: 'children' })(maker)),
    ...(await atPlaces({ codes: ['visits'], by: 'children', boundary: 'now' })(maker)),
  ],
  'figure.ranking': atPlaces({ code: 'visits' }),
  'figure.rows': atPlaces({ code: 'visits', limit: 500 }),
  'figure.dashboard': atPlaces({ strip: ['visits'], focus: 'visits' }, PAGES),
  'closing.get': async () =>
    PAGES.map((place) => ({
      label: place,
      touches: place,
      body: { place, month: '2019-05' },
      absent: { place: NOWHERE, month: '2019-05' },
    })),
  'closing.confirm': closings('confirm', PAGES),
  'closing.accept': closings('accept', [...VILLAGES, ...COUNTIES]),
  'closing.return': closings('return', [...VILLAGES, ...COUNTIES], { why: '数字与台账不符' }),
  'closing.lock': closings('lock', PROVINCES),
}
