import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]

const atPlaces = (extra: object = {}): readonly Made[] =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, ...extra }, absent: { place: NOWHERE, ...extra } }))

const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) =>
    await Promise.all(maker.stations.map((unit) => of(unit, maker)))

const opened = (unitCode: string) => ({ unitCode, kind: 'postHouse', name: `荣军站${unitCode}`, openedOn: '2020-01-01' })

const openedUnit = async (maker: Maker, unit: string, serial: number): Promise<string> => {
  const unitCode = `${unit}-${serial}`
  await maker.done('network.openUnit', { touches: unit }, opened(unitCode))
  return unitCode
}

const post = (unitCode: string) => ({
  unitCode,
  staffName: '任职人',
  postType: 'partTime',
  isVeteran: false,
  isPartyMember: true,
  duties: ['visiting'],
  fromOn: '2025-01-01',
})

/** Divisions are public: whoever may read them reads all of them. */
const anywhere =
  (...bodies: readonly object[]): Generator =>
  async () =>
    bodies.map((body, at) => ({ label: `${at}`, body }))

export const network: Readonly<Record<string, Generator>> = {
  'network.findDivisions': anywhere({ query: '凤鸣路' }, { query: 'yubei' }, { query: '6401', isOwnRangeOnly: true }),
  'network.children': anywhere({ place: '500112000000' }, { place: '640104000000' }),
  'network.path': anywhere({ code: '500112017005' }, { code: '640104001002' }),
  'network.codes': anywhere({}),
  'network.names': anywhere({ codes: ['500112017005', '640104001002'] }),
  'network.units': async (maker) =>
    await Promise.all(
      PLACES.map(async (place): Promise<Made> => {
        const holds = maker.stations.filter((unit) => unit === place).map((unit) => `荣军站${unit}-1`)
        return { label: place, touches: place, body: { place, limit: 500 }, absent: { place: NOWHERE }, holds }
      }),
    ),
  'network.unit': eachStation(async (unit, maker) => {
    const { unitCode } = await maker.standing(unit)
    return { label: unitCode, touches: unit, body: { unitCode }, absent: { unitCode: '990101001001-9' }, holds: [`荣军站${unitCode}`] }
  }),
  'network.coverageGaps': async () => atPlaces({ limit: 5 }),
  'network.coverage': async () => atPlaces(),
  'network.staff': async () => atPlaces({ limit: 500 }),
  'network.openUnit': eachStation(async (unit) => ({
    label: unit,
    touches: unit,
    body: opened(`${unit}-3`),
    absent: opened(`${NOWHERE}-3`),
  })),
  'network.changeUnit': async (maker) => {
    const own = maker.stations.map(async (unit): Promise<Made> => {
      const unitCode = await openedUnit(maker, unit, 4)
      const body = { unitCode, revision: 1, changes: { openingHours: '9:00–17:00' } }
      return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-4` } }
    })
    const into = maker.stations.slice(0, 2).map(async (unit): Promise<Made> => {
      const [unitCode, other] = [await openedUnit(maker, unit, 5), await maker.standing('500105001001')]
      const body = { unitCode, revision: 1, changes: { status: 'merged' }, mergedIntoCode: other.unitCode }
      const absent = { ...body, mergedIntoCode: '500105001001-8' }
      return { label: `${unit} merges away`, touches: unit, about: '500105001001', body, absent }
    })
    return await Promise.all([...own, ...into])
  },
  'network.loads': eachStation(async (unit, maker) => {
    const { unitCode } = await maker.standing(unit)
    return { label: unitCode, touches: unit, body: { unitCode }, absent: { unitCode: '990101001001-9' }, holds: [`荣军站${unitCode}`] }
  }),
  'network.orphans': async () => atPlaces(),
  'network.handOver': async (maker) => {
    const reason = '撤并村'
    const own = maker.stations.map(async (unit): Promise<Made> => {
      const [unitCode, toUnit] = [await openedUnit(maker, unit, 8), await openedUnit(maker, unit, 9)]
      const offer = { unitCode, kind: 'member', name: '帮扶人', gives: ['company'], capacity: 1, untilOn: null }
      await maker.done('helper.offer', { touches: unit }, offer)
      const body = { unitCode, toUnit, reason }
      return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-8` } }
    })
    // To another bureau: nobody who may hand over sees both, so there is no call to hold it against (test/hand-over.test.ts).
    return await Promise.all(own)
  },
  'network.appointStaff': eachStation(async (unit, maker) => {
    const unitCode = await openedUnit(maker, unit, 6)
    return { label: unit, touches: unit, body: post(unitCode), absent: post(`${NOWHERE}-6`) }
  }),
  'network.endStaffPost': eachStation(async (unit, maker) => {
    const unitCode = await openedUnit(maker, unit, 7)
    const { postId = '' } = await maker.done('network.appointStaff', { touches: unit }, post(unitCode))
    const body = { unitCode, postId, toOn: '2026-01-31' }
    return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-7` } }
  }),
}
