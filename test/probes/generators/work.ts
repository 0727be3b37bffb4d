import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'
import { askedAbout } from './registry-views.ts'

type Made = Omit<ProbeCase, 'route'>

const OFFICES = [...COUNTIES, ...CITIES, ...PROVINCES]
const PLACES = [...VILLAGES, '500112017000', ...OFFICES]
/** Where something may be recorded: the cities of a municipality are no divisions. */
export const DIVISIONS = PLACES.filter((place) => !/^500[12]00000000$/.test(place))

const STRANGERS = [
  ['500112017005', '500105001001'],
  ['500112017005', '500112017007'],
  ['500105001001', '500112017005'],
] as const

const meeting = (unitCode: string) => ({
  kind: 'meeting',
  unitCode,
  on: '2026-03-02',
  values: { type: 'work', title: '调度会', minutes: '议定三项' },
})
const team = (unitCode: string, personIds: readonly string[] = []) => ({
  kind: 'team',
  unitCode,
  on: '2025-03-02',
  values: { name: '先锋队', members: '12' },
  personIds,
})

export const eachPlace =
  (of: (place: string, maker: Maker) => Promise<Made> | Made, places: readonly string[] = PLACES): Generator =>
  async (maker) =>
    await Promise.all(places.map(async (place) => await of(place, maker)))

export async function recordedAt(maker: Maker, unit: string, body: object): Promise<string> {
  const { id = '' } = await maker.done('work.record', { touches: unit }, body)
  maker.remember(id, unit)
  return id
}

/**
 * Records that name somebody of another station. Across bureaus nobody may, and whoever sees both hears what is said of nobody: that
 * there is somebody to be hidden is shown by a record of their own station.
 */
const ofStrangers = async (maker: Maker): Promise<Made[]> =>
  await Promise.all(
    STRANGERS.map(async ([unit, other]): Promise<Made> => {
      const person = await maker.person(other)
      const [body, absent] = [team(unit, [person.id]), team(unit, [maker.nobody()])]
      const named = { label: `${unit} names ${other}`, touches: unit, about: other, body, absent }
      return unit.slice(0, 6) === other.slice(0, 6) ? named : { ...named, paired: team(other, [person.id]) }
    }),
  )

/** Records that name somebody, looked for from another station. */
async function aboutStrangers(maker: Maker): Promise<readonly Made[]> {
  for (const [, unit] of STRANGERS) {
    const { person } = await maker.standing(unit)
    await recordedAt(maker, unit, team(unit, [person.id]))
  }
  return await askedAbout(maker, STRANGERS)
}

let serial = 0
const form = () => {
  serial += 1
  const fields = [{ code: 'trees', zh: '棵数', en: 'Trees', type: 'number', required: true, unit: '个' }]
  return { zh: `义务植树${serial}`, en: `Trees ${serial}`, area: 'honour', duty: 'ideology', tiers: ['village', 'county'], fields }
}

async function definedAt(maker: Maker, office: string): Promise<string> {
  const { code = '' } = await maker.done('work.defineKind', { touches: office }, { unitCode: office, form: form() })
  return code
}

/** Each has a name of its own, to be looked for in public. */
export const memorial = (unitCode: string) => {
  serial += 1
  const values = { name: `示范烈士纪念碑${serial}号碑`, type: 'monument', level: 'county', keeper: '示范事务局' }
  return { kind: 'memorialSite', unitCode, on: '2020-04-05', values }
}

/** Records of work, and the kinds that an office makes. */
export const work: Readonly<Record<string, Generator>> = {
  'work.list': async (maker) => [
    ...PLACES.map((place): Made => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE } })),
    ...(await aboutStrangers(maker)),
  ],
  'work.kinds': eachPlace((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } })),
  'work.get': eachPlace(async (unit, maker) => {
    const recordId = await recordedAt(maker, unit, meeting(unit))
    return { label: unit, touches: unit, body: { recordId }, absent: { recordId: maker.nobody() }, holds: [recordId] }
  }, VILLAGES),
  'work.record': async (maker) => [
    ...DIVISIONS.map((unit): Made => ({ label: unit, touches: unit, body: meeting(unit), absent: meeting(NOWHERE) })),
    ...(await ofStrangers(maker)),
  ],
  'work.correct': eachPlace(async (unit, maker) => {
    const recordId = await recordedAt(maker, unit, meeting(unit))
    return { label: unit, touches: unit, body: { recordId, reason: '记错了' }, absent: { recordId: maker.nobody(), reason: '记错了' } }
  }, DIVISIONS),
  'work.attach': eachPlace(async (unit, maker) => {
    const recordId = await recordedAt(maker, unit, meeting(unit))
    const { fileId, owner } = await maker.evidence(unit)
    return { label: unit, touches: unit, namesRowOf: owner, body: { recordId, fileId }, absent: { recordId, fileId: maker.nobody() } }
  }, DIVISIONS),
  'work.end': eachPlace(async (unit, maker) => {
    const recordId = await recordedAt(maker, unit, team(unit))
    const end = { endedOn: '2025-12-31' }
    return { label: unit, touches: unit, body: { recordId, ...end }, absent: { recordId: maker.nobody(), ...end } }
  }, VILLAGES),
  'work.bring': eachPlace((unit) => {
    const body = { kind: 'meeting', source: { sheet: '日期,会议\n2026-03-02,局党组会议\n' }, land: true }
    return { label: unit, touches: unit, body: { ...body, unitCode: unit }, absent: { ...body, unitCode: NOWHERE } }
  }, DIVISIONS),
  'site.list': eachPlace((place) => ({ label: place, touches: place, body: { place, limit: 200 }, absent: { place: NOWHERE } })),
  'site.publish': eachPlace(async (unit, maker) => {
    const recordIds = [await recordedAt(maker, unit, memorial(unit))]
    return { label: unit, touches: unit, body: { unitCode: unit, recordIds }, absent: { unitCode: NOWHERE, recordIds } }
  }, DIVISIONS),
  'site.takeBack': eachPlace(async (unit, maker) => {
    const [recordId, reason] = [await recordedAt(maker, unit, memorial(unit)), '正在修缮']
    await maker.done('site.publish', { touches: unit }, { unitCode: unit, recordIds: [recordId] })
    return { label: unit, touches: unit, body: { recordId, reason }, absent: { recordId: maker.nobody(), reason } }
  }, DIVISIONS),
  'work.defineKind': eachPlace(
    (office) => ({ label: office, touches: office, body: { unitCode: office, form: form() }, absent: { unitCode: NOWHERE, form: form() } }),
    OFFICES,
  ),
  'work.retireKind': eachPlace(async (office, maker) => {
    const [code, reason] = [await definedAt(maker, office), '不再统计']
    return { label: office, touches: office, body: { unitCode: office, code, reason }, absent: { unitCode: NOWHERE, code, reason } }
  }, OFFICES),
}
