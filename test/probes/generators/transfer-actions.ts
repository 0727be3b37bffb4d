import { liesBelow } from '../oracle/places.ts'
import { NOWHERE } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const reason = '户口已迁入'

/** A station of another province. */
const farFrom = (unit: string): string => (liesBelow(unit, '640000000000') ? '500112017005' : '640104001002')

const eachStation = (of: (unit: string, maker: Maker) => Promise<Made>): Generator => {
  return async (maker) => await Promise.all(maker.stations.map((unit) => of(unit, maker)))
}

const asked = eachStation(async (unit, maker) => {
  const person = await maker.person(farFrom(unit))
  const body = { unitCode: unit, citizenId: person.citizenId, reason }
  return { label: unit, touches: unit, body, absent: { ...body, unitCode: NOWHERE } }
})

const sent = eachStation(async (unit, maker) => {
  const person = await maker.person(unit)
  const body = { personId: person.id, toUnitCode: farFrom(unit), reason }
  return { label: unit, touches: unit, body, absent: { ...body, personId: maker.nobody() } }
})

/** Somebody of the station is asked for from another province. */
const decided = (accept: boolean) =>
  eachStation(async (unit, maker) => {
    const person = await maker.person(unit)
    const far = farFrom(unit)
    await maker.done('transfer.ask', { touches: far }, { unitCode: far, citizenId: person.citizenId, reason })
    const transferId = await maker.transferOf(unit, person.id)
    const body = { transferId, accept }
    return { label: `${unit} ${accept ? 'accepts' : 'declines'}`, touches: unit, body, absent: { ...body, transferId: maker.nobody() } }
  })

const withdrawn = eachStation(async (unit, maker) => {
  const person = await maker.person(farFrom(unit))
  const { transferId = '' } = await maker.done('transfer.ask', { touches: unit }, { unitCode: unit, citizenId: person.citizenId, reason })
  maker.remember(transferId, unit)
  const body = { transferId, reason }
  return { label: unit, touches: unit, body, absent: { ...body, transferId: maker.nobody() } }
})

export const transferActions: Readonly<Record<string, Generator>> = {
  'transfer.ask': asked,
  'transfer.send': sent,
  'transfer.decide': async (maker) => [...(await decided(false)(maker)), ...(await decided(true)(maker))],
  'transfer.withdraw': withdrawn,
}
