import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'
import { askedAbout } from './registry-views.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, ...CITIES, ...PROVINCES]
const STRANGERS = [
  ['500112000000', '500105001001'],
  ['500112017005', '500112017007'],
  ['500105001001', '500112017005'],
] as const

const atPlaces = (extra: object = {}): readonly Made[] =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, ...extra }, absent: { place: NOWHERE, ...extra } }))

const eachStation =
  (of: (unit: string, maker: Maker) => Promise<Made>): Generator =>
  async (maker) =>
    await Promise.all(maker.stations.map((unit) => of(unit, maker)))

const clientsAt: Generator = async () =>
  atPlaces().map((one) => ({ ...one, counts: "registry.people where status = 'active'", countAt: ['counts', 'clients'] }))

const visitOf = (unit: string, personId: string) => ({ personIds: [personId], unitCode: unit, doneOn: '2026-03-02', reason: 'routine' })

/** A visit of one's own station to somebody of another. */
const visitsToStrangers = async (maker: Maker): Promise<Made[]> =>
  await Promise.all(
    (
      [
        ['500112017005', '500105001001'],
        ['500112017005', '500112017007'],
        ['500105001001', '500112017005'],
      ] as const
    ).map(async ([unit, other]): Promise<Made> => {
      const { person } = await maker.standing(other)
      const absent = visitOf(unit, maker.nobody())
      return { label: `${unit} to ${other}`, touches: unit, about: other, body: visitOf(unit, person.id), absent }
    }),
  )

const recorded = eachStation(async (unit, maker) => {
  const person = await maker.person(unit)
  return { label: unit, touches: unit, body: visitOf(unit, person.id), absent: visitOf(NOWHERE, person.id) }
})

const corrected = eachStation(async (unit, maker) => {
  const person = await maker.person(unit)
  const { id: visitId = '' } = await maker.done('visit.record', { touches: unit }, visitOf(unit, person.id))
  maker.remember(visitId, unit)
  return { label: unit, touches: unit, body: { visitId, reason: '记错了人' }, absent: { visitId: maker.nobody(), reason: '记错了人' } }
})

const planned = { reason: 'illness', dueOn: '2031-01-01' }

const plansDropped = eachStation(async (unit, maker) => {
  const person = await maker.person(unit)
  const { id: planId = '' } = await maker.done('plan.add', { touches: unit }, { personId: person.id, ...planned })
  maker.remember(planId, unit)
  return { label: unit, touches: unit, body: { planId, reason: '已另行走访' }, absent: { planId: maker.nobody(), reason: '已另行走访' } }
})

export const casework: Readonly<Record<string, Generator>> = {
  'visit.list': async (maker) => [...atPlaces({ limit: 200 }), ...(await askedAbout(maker, STRANGERS))],
  'visit.get': eachStation(async (unit, maker) => {
    const { visitId } = await maker.standing(unit)
    return { label: unit, touches: unit, body: { visitId }, absent: { visitId: maker.nobody() }, holds: [visitId] }
  }),
  'visit.earlier': eachStation(async (unit, maker) => {
    const { person } = await maker.standing(unit)
    return { label: unit, touches: unit, body: { personId: person.id }, absent: { personId: maker.nobody() } }
  }),
  'visit.today': clientsAt,
  'plan.list': async (maker) => [...atPlaces({ limit: 200 }), ...(await askedAbout(maker, STRANGERS))],
  'visit.record': async (maker) => [...(await recorded(maker)), ...(await visitsToStrangers(maker))],
  'visit.correct': corrected,
  'plan.add': eachStation(async (unit, maker) => {
    const person = await maker.person(unit)
    return { label: unit, touches: unit, body: { personId: person.id, ...planned }, absent: { personId: maker.nobody(), ...planned } }
  }),
  'plan.drop': plansDropped,
  'plan.makeRound': async () =>
    [...VILLAGES, '500112017000', ...COUNTIES].map((place) => {
      const round = { reason: 'armyDay', dueOn: '2030-08-01' }
      return { label: place, touches: place, body: { place, ...round }, absent: { place: NOWHERE, ...round } }
    }),
}
