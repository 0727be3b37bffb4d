import { COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, PersonMade, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

/** A view of one person's file. */
const ofPerson: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made> => {
    const { person } = await maker.standing(unit)
    return { label: unit, touches: unit, body: { personId: person.id }, absent: { personId: maker.nobody() } }
  })
  return await Promise.all(cases)
}

const PLACES = [...VILLAGES, '500112017000', ...COUNTIES, '500100000000', '500200000000', ...PROVINCES]

const listed: Generator = async () => {
  const counts = "registry.people where status in ('active', 'deceased')"
  const cases = PLACES.map(
    (place): Made => ({
      label: place,
      touches: place,
      body: { place, limit: 200 },
      absent: { place: NOWHERE },
      counts,
      countAt: ['total'],
    }),
  )
  const sorts = (['name', 'age', 'lastContact', 'completeness'] as const).map(
    (sort): Made => ({
      label: `by ${sort}`,
      touches: '500105000000',
      body: { place: '500105000000', sort },
      absent: { place: NOWHERE, sort },
    }),
  )
  return [...cases, ...sorts]
}

/** Every key that finds somebody, beside one of the same kind that finds nobody. */
const keysOf = (person: PersonMade): readonly (readonly [string, string, string])[] => [
  ['name', person.name, '麴囧囧'],
  ['part of a name', person.name.slice(1), '囧囧'],
  ['one character', person.name.slice(2), '囧'],
  ['phone', person.phone, '10099999998'],
  ['tail of a phone', person.phone.slice(-6), '999998'],
  ['id number', person.citizenId, '990101199901010007'],
  ['tail of an id number', person.citizenId.slice(-6), '99999X'],
]

const found: Generator = async (maker) => {
  const cases = maker.stations.map(async (unit): Promise<Made[]> => {
    const { person } = await maker.standing(unit)
    const anywhere = keysOf(person).map(
      ([label, query, none]): Made => ({
        label: `${label} of ${unit}`,
        about: unit,
        body: { query },
        absent: { query: none },
        holds: [person.id],
      }),
    )
    const there = { label: `in ${unit}`, touches: unit, body: { query: person.name, place: unit }, holds: [person.id] }
    return [...anywhere, { ...there, absent: { query: person.name, place: NOWHERE } }]
  })
  return (await Promise.all(cases)).flat()
}

const transfers: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE } }))

/** A list of one's own place, asked about somebody of another: it must not tell them from nobody. */
export async function askedAbout(maker: Maker, pairs: readonly (readonly [string, string])[]): Promise<Made[]> {
  const cases = pairs.map(async ([place, unit]): Promise<Made> => {
    const { person } = await maker.standing(unit)
    const body = { place, personId: person.id }
    const absent = { place, personId: maker.nobody() }
    return { label: `${place} about ${unit}`, touches: place, about: unit, body, absent, paired: { place: unit, personId: person.id } }
  })
  return await Promise.all(cases)
}

/** The same of requests: each of these persons has been offered to another province. */
async function offersAbout(maker: Maker): Promise<Made[]> {
  const pairs = [
    ['500112000000', '500105001001'],
    ['500112017005', '500112017007'],
  ] as const
  for (const [, unit] of pairs) {
    const { person } = await maker.standing(unit)
    const offer = { personId: person.id, toUnitCode: '640104001002', reason: '户口已迁出' }
    await maker.done('transfer.send', { touches: unit }, offer)
  }
  return await askedAbout(maker, pairs)
}

export const registryViews: Readonly<Record<string, Generator>> = {
  'person.get': ofPerson,
  'person.versions': ofPerson,
  'person.timeline': ofPerson,
  'person.unmaskings': ofPerson,
  'person.list': listed,
  'person.ages': async () => PLACES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } })),
  'person.find': found,
  'person.codes': async () => [{ label: 'codes', body: {} }],
  'transfer.list': async (maker) => [...(await transfers(maker)), ...(await offersAbout(maker))],
}
