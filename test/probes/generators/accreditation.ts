import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES]
const SCHEME = 'redShowcase'
const SHOWN = ['exhibits', 'open', 'activities'].map((criterion) => ({ criterion, isMet: true, words: '有记录' }))

const atPlaces = (extra: object = {}): readonly Made[] =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, ...extra }, absent: { place: NOWHERE, ...extra } }))

const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) =>
    await Promise.all(maker.stations.map((unit) => of(unit, maker)))

/** A home of its own for each call, so that no course stands in another's way. */
async function homeAt(maker: Maker, unit: string, serial: number): Promise<string> {
  const unitCode = `${unit}-${serial}`
  const home = { unitCode, kind: 'veteransHome', name: `荣军站${unitCode}`, openedOn: '2020-01-01' }
  await maker.done('network.openUnit', { touches: unit }, home)
  return unitCode
}

async function courseAt(maker: Maker, unit: string, serial: number): Promise<{ unitCode: string; id: string; revision: number }> {
  const unitCode = await homeAt(maker, unit, serial)
  const { id = '' } = await maker.done('accreditation.open', { touches: unit }, { unitCode, scheme: SCHEME })
  maker.remember(id, unit)
  return { unitCode, id, revision: 1 }
}

/** Accreditation of units: whoever may read units reads it; the unit prepares, the offices above review. */
export const accreditation: Readonly<Record<string, Generator>> = {
  'accreditation.list': async () => atPlaces({ limit: 500 }),
  'accreditation.spread': async () => atPlaces({ scheme: SCHEME }),
  'accreditation.wave': async () => atPlaces({ scheme: 'stars', clientsFrom: 0 }),
  'accreditation.open': eachStation(async (unit, maker) => {
    const body = { unitCode: await homeAt(maker, unit, 11), scheme: SCHEME }
    return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-11` } }
  }),
  'accreditation.get': eachStation(async (unit, maker) => {
    const { unitCode, id } = await courseAt(maker, unit, 12)
    return {
      label: unit,
      touches: unit,
      body: { unitCode, id },
      absent: { unitCode: `${NOWHERE}-12`, id: maker.nobody() },
      holds: [`荣军站${unitCode}`],
    }
  }),
  'accreditation.prepare': eachStation(async (unit, maker) => {
    const body = { ...(await courseAt(maker, unit, 13)), step: { kind: 'check', evidence: SHOWN } }
    return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-13` } }
  }),
  'accreditation.review': eachStation(async (unit, maker) => {
    const course = await courseAt(maker, unit, 14)
    await maker.done('accreditation.prepare', { touches: unit }, { ...course, step: { kind: 'check', evidence: SHOWN } })
    await maker.done('accreditation.prepare', { touches: unit }, { ...course, revision: 2, step: { kind: 'submit' } })
    const body = { ...course, revision: 3, step: { kind: 'return', reason: '材料不全' } }
    return { label: unit, touches: unit, body, absent: { ...body, unitCode: `${NOWHERE}-14` } }
  }),
}
