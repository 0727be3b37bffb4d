import { createCipheriv, randomBytes } from 'node:crypto'
import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]
const atPlaces: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE, limit: 200 } }))

const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) =>
    await Promise.all(maker.stations.map((unit) => of(unit, maker)))

/** A village taken along by whoever is the first who may, on a device of its own. */
async function taken(maker: Maker, unit: string): Promise<{ leaseId: string; exportKey: string; owner: string }> {
  const { leaseId = '', exportKey = '' } = await maker.done('field.take', { touches: unit }, { deviceId: maker.nobody(), unitCode: unit })
  maker.remember(leaseId, unit)
  return { leaseId, exportKey, owner: maker.doer('field.take', unit) }
}

/** A visit as its device would have written it into a file of one part. */
function sealedVisit(file: { leaseId: string; exportKey: string; fileId: string }, visit: { id: string; unit: string; personId: string }) {
  const body = { personIds: [visit.personId], unitCode: visit.unit, doneOn: '2026-03-02', reason: 'routine', way: 'home' }
  const item = {
    kind: 'item',
    id: visit.id,
    capturedAt: '2026-03-02T00:00:00.000Z',
    action: 'visit.record',
    body,
    subjects: [visit.personId],
  }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(file.exportKey, 'base64'), iv)
  cipher.setAAD(Buffer.from(`guidui.field 1 ${file.leaseId} ${file.fileId} 1/1`))
  const bytes = Buffer.concat([iv, cipher.update(JSON.stringify(item)), cipher.final(), cipher.getAuthTag()])
  return { fileId: file.fileId, part: 1, parts: 1, size: bytes.length, sealed: bytes.toString('base64') }
}

const ofOwnLease = eachStation(async (unit, maker) => {
  const { leaseId, owner } = await taken(maker, unit)
  return { label: unit, touches: unit, belongsTo: owner, body: { leaseId }, absent: { leaseId: maker.nobody() } }
})

const contested = (maker: Maker, unit: string, personId: string) => ({
  itemId: maker.nobody(),
  action: 'person.change',
  body: { personId, version: 1, changes: { employment: 'selfEmployed' } },
  code: 'changed-meanwhile',
  capturedAt: '2026-03-02T00:00:00.000Z',
  unitCode: unit,
  personId,
})

export const field: Readonly<Record<string, Generator>> = {
  'field.take': eachStation(async (unit, maker) => {
    const deviceId = maker.nobody()
    return { label: unit, touches: unit, body: { deviceId, unitCode: unit }, absent: { deviceId, unitCode: NOWHERE } }
  }),
  'field.lease': ofOwnLease,
  'field.pack': ofOwnLease,
  'field.leases': atPlaces,
  'field.revoke': eachStation(async (unit, maker) => {
    const { leaseId } = await taken(maker, unit)
    return { label: unit, touches: unit, body: { leaseId, reason: '设备遗失' }, absent: { leaseId: maker.nobody(), reason: '设备遗失' } }
  }),
  'field.bringIn': eachStation(async (unit, maker) => {
    const { leaseId, exportKey } = await taken(maker, unit)
    const part = sealedVisit(
      { leaseId, exportKey, fileId: maker.nobody() },
      { id: maker.nobody(), unit, personId: (await maker.person(unit)).id },
    )
    return { label: unit, touches: unit, body: { leaseId, ...part }, absent: { leaseId: maker.nobody(), ...part } }
  }),
  'field.contest': eachStation(async (unit, maker) => {
    const { id } = await maker.person(unit)
    return { label: unit, touches: unit, body: contested(maker, unit, id), absent: contested(maker, NOWHERE, maker.nobody()) }
  }),
  'field.claims': atPlaces,
  'field.settle': eachStation(async (unit, maker) => {
    const { id } = await maker.person(unit)
    const { id: claimId = '' } = await maker.done('field.contest', { touches: unit }, contested(maker, unit, id))
    maker.remember(claimId, unit)
    const said = { choices: { employment: 'server' }, reason: '以档案为准' }
    return { label: unit, touches: unit, body: { claimId, ...said }, absent: { claimId: maker.nobody(), ...said } }
  }),
}
