import { CITIES, COUNTIES, NOWHERE, PROVINCES, TOWNSHIPS, VILLAGES } from '../world/places.ts'
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

const SCHEME = 'serviceYear'
const YEARS = { draw: 2020, publish: 2021, lock: 2022, object: 2023, answer: 2024 } as const

/** An assessment drawn up by an officer, and from then on in the hands of the approver. */
const drawn = async (maker: Maker, place: string, { year, isPublic }: { year: number; isPublic: boolean }): Promise<void> => {
  await maker.done('assessment.draw', { touches: place, role: 'countyOfficer' }, { place, scheme: SCHEME, year })
  if (isPublic)
    await maker.done('assessment.publish', { touches: place, role: 'countyApprover' }, { place, scheme: SCHEME, year, version: 1 })
}

const assessments =
  (step: 'draw' | 'publish' | 'lock'): Generator =>
  async (maker) => {
    const [year, version] = [YEARS[step], step === 'draw' ? {} : { version: 1 }]
    const cases = []
    for (const place of COUNTIES) {
      if (step !== 'draw') await drawn(maker, place, { year, isPublic: step === 'lock' })
      if (step === 'lock') await maker.endObjections(place, year)
      const asked = { scheme: SCHEME, year, ...version }
      cases.push({ label: place, touches: place, body: { place, ...asked }, absent: { place: NOWHERE, ...asked } })
    }
    return cases
  }

const words = '走访记录有漏录'

const objections =
  (step: 'object' | 'answer'): Generator =>
  async (maker) => {
    const year = YEARS[step]
    for (const county of COUNTIES) await drawn(maker, county, { year, isPublic: true })
    const cases = []
    for (const place of TOWNSHIPS) {
      const asked = { scheme: SCHEME, year, version: 1, words }
      const raise = async () => await maker.done('assessment.object', { touches: place, at: place }, { place, ...asked })
      const said = step === 'object' ? asked : { objectionId: (await raise())['objectionId'], isUpheld: false, words }
      cases.push({ label: place, touches: place, body: { place, ...said }, absent: { place: NOWHERE, ...said } })
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
  'assessment.get': async () =>
    PAGES.map((place) => ({ label: place, touches: place, body: { place, year: 2019 }, absent: { place: NOWHERE, year: 2019 } })),
  'assessment.draw': assessments('draw'),
  'assessment.publish': assessments('publish'),
  'assessment.lock': assessments('lock'),
  'assessment.object': objections('object'),
  'assessment.answer': objections('answer'),
}
