import { entrust } from '../world/persons.ts'
import type { Generator, Maker, PersonMade, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const reason = '手机丢失'

/** One call a station, about a person made for it. */
const onPerson =
  (extra: object = {}): Generator =>
  async (maker) => {
    const cases = maker.stations.map(async (unit): Promise<Made> => {
      const { id: personId } = await maker.person(unit)
      return { label: unit, touches: unit, body: { personId, ...extra }, absent: { personId: maker.nobody(), ...extra } }
    })
    return await Promise.all(cases)
  }

/** An authority of another station's person must be answered as one of nobody's. */
async function codesForStrangers(maker: Maker): Promise<Made[]> {
  const pairs = [
    ['500112017005', '500105001001'],
    ['500112017005', '500112017007'],
    ['500105001001', '500112017005'],
  ] as const
  const cases = pairs.map(async ([unit, other]): Promise<Made> => {
    const [person, stranger] = [await maker.person(unit), await maker.person(other)]
    const body = (authorityId: string) => ({ personId: person.id, authorityId })
    return {
      label: `${unit} by authority in ${other}`,
      touches: unit,
      about: other,
      body: body(await entrust(maker, stranger, null)),
      absent: body(maker.nobody()),
      paired: body(await entrust(maker, person, null)),
    }
  })
  return await Promise.all(cases)
}

const seen: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const person: PersonMade = await maker.person(unit)
    const authorityId = await entrust(maker, person, null)
    return { label: unit, touches: unit, body: { personId: person.id }, absent: { personId: maker.nobody() }, holds: [authorityId] }
  })
  return await Promise.all(cases)
}

const ended: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const body = { authorityId: await entrust(maker, await maker.person(unit), null), reason }
    return { label: unit, touches: unit, body, absent: { ...body, authorityId: maker.nobody() } }
  })
  return await Promise.all(cases)
}

/** Codes that a station hands out, and who may act for a person. */
export const doors: Readonly<Record<string, Generator>> = {
  'person.doors': seen,
  'person.giveCode': async (maker) => [...(await onPerson()(maker)), ...(await codesForStrangers(maker))],
  'person.shutDoors': onPerson({ reason }),
  'authority.register': onPerson({
    agentName: '麴代办',
    agentPhone: '10099990000',
    relation: 'child',
    kinds: ['preferenceCard'],
    evidence: '委托书',
    untilOn: `${new Date().getFullYear() + 1}-06-30`,
  }),
  'authority.end': ended,
}
