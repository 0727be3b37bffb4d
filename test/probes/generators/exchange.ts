import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]
const purpose = '春节走访慰问名单'

const atPlaces = (places: readonly string[] = PLACES): readonly Made[] =>
  places.map((place) => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE } }))

/** One after the other: reading a workbook has a budget of time, which several at once on a busy machine would share. */
const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const unit of maker.stations) cases.push(await of(unit, maker))
    return cases
  }

/** A roster of one made-up person, as a village types it. */
const rosterOf = (maker: Maker): string => {
  const { name, citizenId, phone } = maker.fresh()
  return `姓名,身份证号,手机号\n${name},${citizenId},${phone}\n`
}

async function started(unit: string, maker: Maker): Promise<{ importId: string; owner: string }> {
  const { fileId, owner } = await maker.upload(unit, rosterOf(maker))
  const { importId = '' } = await maker.done('import.start', { touches: unit }, { fileId, unitCode: unit })
  maker.remember(importId, unit)
  return { importId, owner }
}

/** What only the account that brought the workbook may do with it. */
const ownImport = eachStation(async (unit, maker) => {
  const { importId, owner } = await started(unit, maker)
  return { label: unit, touches: unit, belongsTo: owner, body: { importId }, absent: { importId: maker.nobody() } }
})

/** A roster with full columns waits for a second person. */
const decision = (extra: object): Generator =>
  eachStation(async (unit, maker) => {
    const asked = { filter: { place: unit }, purpose, full: ['name'] }
    const { exportId = '' } = await maker.done('export.ask', { touches: unit, role: 'countyOfficer' }, asked)
    maker.remember(exportId, unit)
    return { label: unit, touches: unit, body: { exportId, ...extra }, absent: { exportId: maker.nobody(), ...extra } }
  })

/** Workbooks that come in and rosters that go out. */
export const exchange: Readonly<Record<string, Generator>> = {
  'import.start': eachStation(async (unit, maker) => {
    const { fileId, owner } = await maker.upload(unit, rosterOf(maker))
    return {
      label: unit,
      touches: unit,
      namesRowOf: owner,
      body: { fileId, unitCode: unit },
      absent: { fileId: maker.nobody(), unitCode: unit },
    }
  }),
  'import.run': ownImport,
  'import.cancel': ownImport,
  'import.get': eachStation(async (unit, maker) => {
    const { importId } = await started(unit, maker)
    return { label: unit, touches: unit, body: { importId }, absent: { importId: maker.nobody() }, holds: [importId] }
  }),
  // Nobody above the city brings workbooks: there is no one who may, and so no control.
  'import.list': async () => atPlaces([...VILLAGES, '500112017000', ...COUNTIES, ...CITIES]),
  'export.ask': async () =>
    PLACES.map((place) => ({
      label: place,
      touches: place,
      body: { filter: { place }, purpose },
      absent: { filter: { place: NOWHERE }, purpose },
    })),
  // Other routes open files there between asking and agreeing: it is agreed to more than any station has.
  'export.approve': decision({ people: 100_000 }),
  'export.decline': decision({ answer: '用途不明' }),
  'export.list': async () => atPlaces(),
}
