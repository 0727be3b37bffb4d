import { NOWHERE } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'
import { DIVISIONS, eachPlace, memorial, recordedAt } from './work.ts'

type Made = Omit<ProbeCase, 'route'>

const ON = '2026-01-05'
const CRACK = { item: 'structure', what: '碑身有裂缝' }

const facilityAt = (maker: Maker, unit: string): Promise<string> => recordedAt(maker, unit, memorial(unit))

interface Patrolled {
  readonly facilityId: string
  readonly patrolId: string
  readonly repairId: string
}

/** A facility with a round that came to it and found something. */
async function patrolledAt(maker: Maker, unit: string): Promise<Patrolled> {
  const facilityId = await facilityAt(maker, unit)
  const visits = [{ facilityId, defects: [CRACK] }]
  const made = await maker.done('patrol.record', { touches: unit }, { unitCode: unit, on: ON, visits })
  const { id: patrolId = '' } = made
  const [repairId = ''] = (made as { repairIds?: string[] }).repairIds ?? []
  for (const id of [patrolId, repairId]) maker.remember(id, unit)
  return { facilityId, patrolId, repairId }
}

/** The same with somebody to mend it. */
async function orderedAt(maker: Maker, unit: string): Promise<Patrolled> {
  const made = await patrolledAt(maker, unit)
  await maker.done('repair.order', { touches: unit }, { repairId: made.repairId, to: '规划建设办', dueOn: '2099-12-31' })
  return made
}

/** The same mended, as whoever sent the photo says: anybody else may accept it. */
async function fixedAt(maker: Maker, unit: string): Promise<Patrolled> {
  const made = await orderedAt(maker, unit)
  const { fileId: photo } = await maker.evidence(unit, 'photo')
  await maker.done('repair.fix', { touches: unit }, { repairId: made.repairId, on: ON, photo })
  return made
}

const ofRepair = (made: (maker: Maker, unit: string) => Promise<Patrolled>, extra: object): Generator =>
  eachPlace(async (unit, maker): Promise<Made> => {
    const { repairId } = await made(maker, unit)
    return { label: unit, touches: unit, body: { repairId, ...extra }, absent: { repairId: maker.nobody(), ...extra } }
  }, DIVISIONS)

const ofPlace: Generator = eachPlace((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } }))

/** Rounds of memorial facilities, and the repairs they bring about. */
export const memorialRounds: Readonly<Record<string, Generator>> = {
  'patrol.desk': ofPlace,
  'patrol.due': ofPlace,
  'patrol.facility': eachPlace(async (unit, maker) => {
    const { facilityId, repairId } = await patrolledAt(maker, unit)
    return { label: unit, touches: unit, body: { facilityId }, absent: { facilityId: maker.nobody() }, holds: [repairId] }
  }, DIVISIONS),
  'patrol.record': eachPlace(async (unit, maker) => {
    const visits = [{ facilityId: await facilityAt(maker, unit) }]
    return { label: unit, touches: unit, body: { unitCode: unit, on: ON, visits }, absent: { unitCode: NOWHERE, on: ON, visits } }
  }, DIVISIONS),
  'patrol.takeBack': eachPlace(async (unit, maker) => {
    const [{ patrolId }, reason] = [await patrolledAt(maker, unit), '没有去']
    return { label: unit, touches: unit, body: { patrolId, reason }, absent: { patrolId: maker.nobody(), reason } }
  }, DIVISIONS),
  'repair.order': ofRepair(patrolledAt, { to: '规划建设办', dueOn: '2099-12-31' }),
  'repair.fix': eachPlace(async (unit, maker) => {
    const { repairId } = await orderedAt(maker, unit)
    const { fileId: photo, owner } = await maker.evidence(unit, 'photo')
    const fixed = { on: ON, photo }
    return {
      label: unit,
      touches: unit,
      namesRowOf: owner,
      body: { repairId, ...fixed },
      absent: { repairId, on: ON, photo: maker.nobody() },
    }
  }, DIVISIONS),
  'repair.accept': ofRepair(fixedAt, {}),
  'repair.return': ofRepair(fixedAt, { reason: '没有修好' }),
}
