import { householdOf } from '../world/places.ts'
import type { Generator, Maker, PersonMade, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const reason = '核对材料'

/** One call a station, about a person made for it. */
const onPerson =
  (bodyOf: (person: PersonMade, maker: Maker) => object | Promise<object>): Generator =>
  async (maker) => {
    const cases = maker.stations.map(async (unit): Promise<Made> => {
      const person = await maker.person(unit)
      const body = { personId: person.id, ...(await bodyOf(person, maker)) }
      return { label: unit, touches: unit, body, absent: { ...body, personId: maker.nobody() } }
    })
    return await Promise.all(cases)
  }

const captured: Generator = async (maker) =>
  maker.stations.map((unit): Made => {
    const { name, citizenId, phone, address } = maker.fresh()
    const person = { name, citizenId, phone, address, householdRegion: householdOf(unit) }
    return { label: unit, touches: unit, body: { unitCode: unit, person }, absent: { unitCode: '990101001001', person } }
  })

/** Kin who has a file elsewhere: the id of a stranger must be answered as the id of nobody. */
const kinElsewhere = async (maker: Maker): Promise<Made[]> => {
  const pairs = [
    ['500112017005', '500105001001'],
    ['500112017005', '500112017007'],
    ['500105001001', '500112017005'],
  ] as const
  const cases = pairs.map(async ([unit, other]): Promise<Made> => {
    const [person, stranger] = [await maker.person(unit), await maker.standing(other)]
    const body = (kinPersonId: string) => ({ personId: person.id, kin: { relation: 'sibling', name: '麴囧囧', kinPersonId }, reason })
    return { label: `${unit} kin in ${other}`, touches: unit, about: other, body: body(stranger.person.id), absent: body(maker.nobody()) }
  })
  return await Promise.all(cases)
}

const merged: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const [kept, gone] = [await maker.person(unit), await maker.person(unit)]
    const body = { keptId: kept.id, keptVersion: 1, mergedId: gone.id, mergedVersion: 1, reason }
    return { label: unit, touches: unit, body, absent: { ...body, keptId: maker.nobody() } }
  })
  const across = (['500105001001', '500112016001'] as const).map(async (other): Promise<Made> => {
    const [kept, stranger] = [await maker.person('500112017005'), await maker.person(other)]
    const body = { keptId: kept.id, keptVersion: 1, mergedId: stranger.id, mergedVersion: 1, reason }
    return { label: `with ${other}`, touches: '500112017005', about: other, body, absent: { ...body, mergedId: maker.nobody() } }
  })
  return await Promise.all([...cases, ...across])
}

const unmerged: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const [kept, gone] = [await maker.person(unit), await maker.person(unit)]
    const { mergeId = '' } = await maker.done(
      'person.merge',
      { touches: unit },
      {
        keptId: kept.id,
        keptVersion: 1,
        mergedId: gone.id,
        mergedVersion: 1,
        reason,
      },
    )
    return { label: unit, touches: unit, body: { mergeId, reason }, absent: { mergeId: maker.nobody(), reason } }
  })
  return await Promise.all(cases)
}

const checked = { status: 'evidenceChecked', reason }

export const registryActions: Readonly<Record<string, Generator>> = {
  'person.capture': captured,
  'person.change': onPerson(() => ({ version: 1, changes: { living: 'alone' }, reason })),
  'person.setService': onPerson(() => ({ version: 1, service: [{ enlistedOn: '2008-12-01', dischargedOn: '2010-12-01' }], reason })),
  'person.recordDeath': onPerson(() => ({ deceasedOn: '2026-01-05', document: '死亡医学证明', reason })),
  'person.reopen': onPerson(async ({ id, unit }, maker) => {
    await maker.done('person.archive', { touches: unit }, { personId: id, version: 1, ground: 'error', reason })
    return { reason }
  }),
  'person.undoDeath': onPerson(async ({ id, unit }, maker) => {
    const died = { deceasedOn: '2026-01-05', document: '死亡医学证明', reason }
    await maker.done('person.recordDeath', { touches: unit }, { personId: id, ...died })
    return { deceasedOn: died.deceasedOn, reason }
  }),
  'person.archive': onPerson(() => ({ version: 1, ground: 'error', reason })),
  'person.unmask': onPerson(() => ({ purpose: 'contact', reason: '电话联系本人', fields: ['phone', 'citizenId', 'address'] })),
  'person.merge': merged,
  'person.undoMerge': unmerged,
  'identity.add': onPerson(() => ({ identity: { classCode: 'KIN-I', fromOn: '2021-01-01' }, reason })),
  'identity.setStatus': onPerson(({ identityId }) => ({ identityId, ...checked })),
  'identity.end': onPerson(({ identityId }) => ({ identityId, toOn: '2026-01-05', reason })),
  'kin.add': async (maker) => [
    ...(await onPerson(() => ({ kin: { relation: 'son', name: '麴囧' }, reason }))(maker)),
    ...(await kinElsewhere(maker)),
  ],
  'kin.change': onPerson(({ kinId }) => ({ kinId, changes: { isContact: true }, reason })),
  'kin.remove': onPerson(({ kinId }) => ({ kinId, reason })),
}
