import { usccCheckCharacter } from '../../../src/kernel/uscc.ts'
import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import { cohortAt, STATION_OF, steppedAt } from './placement-making.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES]
const atPlaces: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } }))

const each =
  (places: readonly string[], of: (place: string, maker: Maker) => Promise<Omit<Made, 'label'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const place of places) cases.push({ label: place, ...(await of(place, maker)) })
    return cases
  }

let serial = 0

/** Made-up companies of nowhere: region 990000. */
const nextUscc = (): string => {
  serial += 1
  const first = `91990000MA${String(serial).padStart(7, '0')}`
  return first + usccCheckCharacter(first)
}

const employerBody = (unitCode: string) => ({ unitCode, uscc: nextUscc(), name: '示范单位', kind: 'institution' })

async function employerAt(maker: Maker, unit: string): Promise<string> {
  const { id = '' } = await maker.done('employer.register', { touches: unit }, employerBody(unit))
  maker.remember(id, unit)
  return id
}

const postBody = (employerId: string, placeCode: string) => ({
  employerId,
  year: 2026,
  season: 'spring',
  title: '综合岗',
  establishment: 'institution',
  seats: 2,
  placeCode,
  payLowFen: '500000',
  payHighFen: '700000',
})

async function postAt(maker: Maker, unit: string): Promise<string> {
  const { id = '' } = await maker.done('post.enter', { touches: unit }, postBody(await employerAt(maker, unit), unit))
  maker.remember(id, unit)
  return id
}

async function surveyAt(maker: Maker, unit: string): Promise<{ surveyId: string; employerId: string }> {
  const employerId = await employerAt(maker, unit)
  const body = { unitCode: unit, year: 2026, title: '岗位摸排', dueOn: '2099-01-01', employerIds: [employerId] }
  const { id = '' } = await maker.done('survey.open', { touches: unit }, body)
  maker.remember(id, unit)
  return { surveyId: id, employerId }
}

const poolBody = (unitCode: string) => ({ unitCode, year: 2026, season: 'spring', title: '统筹池' })

async function poolAt(maker: Maker, unit: string): Promise<string> {
  const { id = '' } = await maker.done('pool.open', { touches: unit }, poolBody(unit))
  maker.remember(id, unit)
  return id
}

/** A county below a city or a province. */
const COUNTY_OF: Readonly<Record<string, string>> = {
  '500100000000': '500112000000',
  '500200000000': '500230000000',
  '500000000000': '500105000000',
  '640000000000': '640104000000',
}

async function confirmedAt(maker: Maker, county: string): Promise<string> {
  const postId = await postAt(maker, county)
  await maker.done('post.settle', { touches: county }, { postId, to: 'confirmed' })
  return postId
}

/** A pool that a county hears of: each post of its own that was put into it names the pool. */
async function poolSeenBy(maker: Maker, place: string): Promise<string> {
  const poolId = await poolAt(maker, place)
  maker.remember(poolId, COUNTY_OF[place] ?? place)
  return poolId
}

/** A pool with a post in it, and somebody of the county to place. */
async function filledAt(maker: Maker, place: string): Promise<string> {
  const county = COUNTY_OF[place] ?? ''
  const cohortId = await cohortAt(maker, county, { year: 2026, season: 'spring', group: 'conscript' })
  await steppedAt(maker, STATION_OF[county] ?? '', 3, { cohortId })
  const [poolId, postId] = [await poolSeenBy(maker, place), await confirmedAt(maker, county)]
  await maker.done('pool.add', { touches: place }, { poolId, postIds: [postId], reason: '统筹安排' })
  return poolId
}

const ABOVE = [...CITIES.slice(0, 2), ...PROVINCES]

/** Posts, surveys and pools. */
export const placementPosts: Readonly<Record<string, Generator>> = {
  'post.list': atPlaces,
  'survey.list': atPlaces,
  'pool.list': atPlaces,
  'employer.register': each(COUNTIES, async (county) => ({ touches: county, body: employerBody(county), absent: employerBody(NOWHERE) })),
  'post.enter': each(COUNTIES, async (county, maker) => ({
    touches: county,
    body: postBody(await employerAt(maker, county), county),
    absent: postBody(maker.nobody(), county),
  })),
  'post.get': each(COUNTIES, async (county, maker) => {
    const postId = await postAt(maker, county)
    return { touches: county, body: { postId }, absent: { postId: maker.nobody() }, holds: [postId] }
  }),
  'post.settle': each(COUNTIES, async (county, maker) => {
    const postId = await postAt(maker, county)
    return { touches: county, body: { postId, to: 'confirmed' }, absent: { postId: maker.nobody(), to: 'confirmed' } }
  }),
  'survey.open': each(COUNTIES, async (county, maker) => {
    const body = { unitCode: county, year: 2026, title: '岗位摸排', dueOn: '2099-01-01', employerIds: [await employerAt(maker, county)] }
    return { touches: county, body, absent: { ...body, unitCode: NOWHERE } }
  }),
  'survey.answer': each(COUNTIES, async (county, maker) => {
    const { surveyId, employerId } = await surveyAt(maker, county)
    return { touches: county, body: { surveyId, employerId, seats: 3 }, absent: { surveyId: maker.nobody(), employerId, seats: 3 } }
  }),
  'pool.open': each(ABOVE, async (place) => ({ touches: place, body: poolBody(place), absent: poolBody(NOWHERE) })),
  'pool.add': each(ABOVE, async (place, maker) => {
    const body = { poolId: await poolSeenBy(maker, place), postIds: [await confirmedAt(maker, COUNTY_OF[place] ?? '')], reason: '统筹安排' }
    return { touches: place, body, absent: { ...body, poolId: maker.nobody() } }
  }),
  'pool.decide': each(ABOVE, async (place, maker) => {
    const said = { method: 'hamilton', reason: '按人数分配' }
    return { touches: place, body: { poolId: await filledAt(maker, place), ...said }, absent: { poolId: maker.nobody(), ...said } }
  }),
  'pool.get': each(ABOVE, async (place, maker) => {
    const poolId = await poolAt(maker, place)
    return { touches: place, body: { poolId }, absent: { poolId: maker.nobody() }, holds: [poolId] }
  }),
}
