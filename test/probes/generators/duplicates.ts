import { householdOf, NOWHERE } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

/** Two files of one name and one phone at a station, and the suspicion that they are of one citizen. */
async function suspicionAt(maker: Maker, unit: string): Promise<string> {
  const { name, phone } = maker.fresh()
  for (const { citizenId } of [maker.fresh(), maker.fresh()]) {
    const person = { name, phone, citizenId, householdRegion: householdOf(unit) }
    await maker.done('person.capture', { touches: unit }, { unitCode: unit, person })
  }
  return await maker.suspicionOf(unit, name)
}

const listed: Generator = async (maker) => {
  await Promise.all(maker.stations.map((unit) => suspicionAt(maker, unit)))
  return maker.stations.map((place): Made => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE } }))
}

const dismissed: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const body = { suspicionId: await suspicionAt(maker, unit), reason: '两人，已核对' }
    return { label: unit, touches: unit, body, absent: { ...body, suspicionId: maker.nobody() } }
  })
  return await Promise.all(cases)
}

export const duplicates: Readonly<Record<string, Generator>> = { 'duplicate.list': listed, 'duplicate.dismiss': dismissed }
