import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { actor, BANAN, CHONGQING, divisions, FENGMING, ground, NEIGHBOUR, STREET, YUBEI } from '../../../../../test/world.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { runAction } from '../../../../platform/actions/run-action.ts'
import { runView } from '../../../../platform/actions/run-view.ts'
import type { Accreditation } from '../../contract.ts'
import { seatsFor } from '../../domain/accreditation/scheme.ts'
import { actions } from '../actions.ts'
import { views } from '../views.ts'
import { askForClients } from './find-wave.ts'
import { SCHEMES } from './schemes.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))
beforeEach(async () => {
  await database.ownerPool.query(
    'truncate network.accreditation_steps, network.accreditations, network.staff_posts, network.service_units, spine.facts',
  )
  for (const unitCode of [FENGMING, NEIGHBOUR])
    await value('network.openUnit', { unitCode, kind: 'station', name: `站${unitCode}`, openedOn: '2019-05-01' }, { who: head })
})

const head = actor({ role: 'townshipHead', unitCode: STREET })
const county = actor({ role: 'countyApprover', unitCode: YUBEI })
const province = actor({ role: 'provinceOfficer', unitCode: CHONGQING })

interface Sent {
  readonly who?: Actor
  readonly at?: string
  readonly actionId?: string
}

async function does(name: string, input: object, { who = head, at = '2026-06-10T02:00:00Z', actionId = uuidv7() }: Sent = {}) {
  const found = actions.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`there is no action ${name}`)
  return await runAction(ground(database, at), found, { actor: who, actionId, input })
}

async function value(name: string, input: object, sent: Sent = {}): Promise<Accreditation> {
  const answer = await does(name, input, sent)
  if (answer.kind !== 'value') throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value as Accreditation
}

async function see(name: string, input: object, who: Actor = county) {
  const found = views.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`there is no view ${name}`)
  const answer = await runView(ground(database), found, { actor: who, input: found.contract.input.parse(input) })
  return answer.kind === 'value' ? found.contract.output.parse(answer.value) : answer
}

const open = (fields: object = {}) => value('accreditation.open', { unitCode: FENGMING, scheme: 'stars', level: 3, ...fields })
const named = ({ id, unitCode, revision }: Accreditation) => ({ id, unitCode, revision })
const evidence = ['base', 'service', 'satisfaction', 'feature'].map((criterion) => ({ criterion, isMet: true, words: '台账第三册' }))

/** Shown in full and handed in. */
async function submitted(course: Accreditation): Promise<Accreditation> {
  const checked = await value('accreditation.prepare', { ...named(course), step: { kind: 'check', evidence } })
  return value('accreditation.prepare', { ...named(checked), step: { kind: 'submit' } })
}

const review = (course: Accreditation, kind: string, sent: Sent) =>
  does('accreditation.review', { ...named(course), step: { kind, reason: '现场核查' } }, sent)
const reviewed = (course: Accreditation, kind: string, sent: Sent) =>
  value('accreditation.review', { ...named(course), step: { kind, reason: '现场核查' } }, sent)

/** Passed by county and municipality, published, awarded when the five days are over. */
async function awarded(fields: object = {}, on = '2026-06-17'): Promise<Accreditation> {
  const passed = await reviewed(await submitted(await open(fields)), 'pass', { who: county })
  const published = await reviewed(passed, 'pass', { who: province })
  return reviewed(published, 'award', { who: province, at: `${on}T02:00:00Z` })
}

const factsOf = async (): Promise<unknown[]> => {
  const { rows } = await database.ownerPool.query(
    `select on_day::text as on, sum(quantity)::int as quantity, dimensions ->> 'level' as level from spine.facts
      where kind = 'unit.accredited' group by 1, 3 having sum(quantity) <> 0 order by 1`,
  )
  return rows
}

const refusal = (code: string) => ({ kind: 'refusal', refusal: expect.objectContaining({ code }) })

test('the courses of one unit are asked for by its code, and not those of the villages below it', async () => {
  await value('network.openUnit', { unitCode: STREET, kind: 'station', name: '街道站', openedOn: '2019-05-01' }, { who: head })
  const own = await open({ unitCode: STREET })
  await open()

  const listed = await see('accreditation.list', { place: STREET, unitCode: STREET })
  const all = await see('accreditation.list', { place: STREET })

  expect(listed).toMatchObject({ rows: [{ id: own.id }] })
  expect((all as { rows: unknown[] }).rows).toHaveLength(2)
})

describe('a station on its way to three stars', () => {
  test('is shown, handed in, passed by both seats, published, awarded, and counts until it expires', async () => {
    const award = await awarded()

    expect(award).toMatchObject({ state: 'awarded', awardedOn: '2026-06-17', expiresOn: '2028-06-17', level: 3 })
    expect(await factsOf()).toEqual([
      { on: '2026-06-17', quantity: 1, level: '3' },
      { on: '2028-06-17', quantity: -1, level: '3' },
    ])
    const page = await see('accreditation.get', { unitCode: FENGMING, id: award.id })
    expect(page).toMatchObject({
      steps: [{ kind: 'open' }, { kind: 'check' }, { kind: 'submit' }, { kind: 'pass' }, { kind: 'pass' }, { kind: 'award' }],
    })
  })

  test('a higher level takes the place of the lower one, and only one counts', async () => {
    await awarded()
    await awarded({ level: 4 }, '2027-01-05')

    expect(await factsOf()).toEqual([
      { on: '2026-06-17', quantity: 1, level: '3' },
      { on: '2027-01-05', quantity: -1, level: '3' },
      { on: '2027-01-05', quantity: 1, level: '4' },
      { on: '2029-01-05', quantity: -1, level: '4' },
    ])
  })

  test('a revoked award counts no longer from that day on', async () => {
    const award = await awarded()
    await reviewed(award, 'revoke', { who: province, at: '2026-09-01T02:00:00Z' })

    expect(await factsOf()).toEqual([
      { on: '2026-06-17', quantity: 1, level: '3' },
      { on: '2026-09-01', quantity: -1, level: '3' },
    ])
  })

  test('an award ends with its unit, and what it was applying for is withdrawn', async () => {
    const award = await awarded()
    const course = await open({ level: 4 })
    const closing = { unitCode: FENGMING, revision: 1, changes: { status: 'closed' }, closedOn: '2026-09-01' }
    await value('network.changeUnit', closing, { at: '2026-09-20T02:00:00Z' })

    expect(await factsOf()).toEqual([
      { on: '2026-06-17', quantity: 1, level: '3' },
      { on: '2026-09-01', quantity: -1, level: '3' },
    ])
    const seen = async (id: string) => await see('accreditation.get', { unitCode: FENGMING, id })
    expect(await seen(award.id)).toMatchObject({ accreditation: { state: 'revoked', endedOn: '2026-09-01' } })
    expect(await seen(course.id)).toMatchObject({ accreditation: { state: 'withdrawn' }, steps: [{ kind: 'open' }, { kind: 'withdraw' }] })
  })

  test('an objection in the days of publication brings it back to the last seat', async () => {
    const published = await reviewed(await reviewed(await submitted(await open()), 'pass', { who: county }), 'pass', { who: province })

    expect(await reviewed(published, 'object', { who: province })).toMatchObject({ state: 'reviewing', seat: 'province' })
  })

  test('the same sent again has one effect', async () => {
    const actionId = uuidv7()
    const input = { unitCode: FENGMING, scheme: 'stars', level: 3 }

    expect(await does('accreditation.open', input, { actionId })).toEqual(await does('accreditation.open', input, { actionId }))
  })
})

describe('what is refused', () => {
  test.each([
    ['unknown-scheme', { scheme: 'sixHaves' }],
    ['scheme-does-not-suit', { scheme: 'highQuality', level: 0 }],
    ['level-missing', { level: 0 }],
    ['level-missing', { scheme: 'fiveHaves', level: 1 }],
    ['unit-not-found', { unitCode: `${FENGMING}-7` }],
    ['own-mentor', { mentorCode: FENGMING }],
  ])('opening it: %s', async (code, fields) => {
    expect(await does('accreditation.open', { unitCode: FENGMING, scheme: 'stars', level: 3, ...fields })).toEqual(refusal(code))
  })

  test('two at once of one scheme: one is opened', async () => {
    const answers = await Promise.all([1, 2].map(() => does('accreditation.open', { unitCode: FENGMING, scheme: 'stars', level: 3 })))

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers).toContainEqual(refusal('already-under-way'))
  })

  test('what is held for long yet is not opened again', async () => {
    await awarded()
    expect(await does('accreditation.open', { unitCode: FENGMING, scheme: 'stars', level: 3 })).toEqual(refusal('already-held'))
  })

  test('handing in before everything is shown, and a criterion of another scheme', async () => {
    const course = await open()
    expect(await does('accreditation.prepare', { ...named(course), step: { kind: 'submit' } })).toEqual(refusal('criteria-open'))
    const foreign = [{ criterion: 'funds', isMet: true, words: '有' }]
    expect(await does('accreditation.prepare', { ...named(course), step: { kind: 'check', evidence: foreign } })).toEqual(
      refusal('unknown-criteria'),
    )
  })

  test('a seat that is not one’s own, one’s own submission, an old page, and an award before the days are over', async () => {
    const course = await submitted(await open())

    expect(await review(course, 'pass', { who: province })).toEqual(refusal('not-your-seat'))
    expect(await review({ ...course, revision: 1 }, 'pass', { who: county })).toEqual(refusal('changed-meanwhile'))
    const passed = await reviewed(await reviewed(course, 'pass', { who: county }), 'pass', { who: province })
    expect(await review(passed, 'award', { who: province })).toEqual(refusal('still-public'))
    const both = { ...county, grants: new Set([...county.grants, ...head.grants]) }
    const own = await value('accreditation.open', { unitCode: NEIGHBOUR, scheme: 'stars', level: 1 }, { who: both })
    const checked = await value('accreditation.prepare', { ...named(own), step: { kind: 'check', evidence } }, { who: both })
    const handed = await value('accreditation.prepare', { ...named(checked), step: { kind: 'submit' } }, { who: both })
    expect(await review(handed, 'pass', { who: both })).toEqual(refusal('own-submission'))
  })

  test('whoever may not, and another county', async () => {
    const course = await submitted(await open())
    const far = actor({ role: 'countyApprover', unitCode: BANAN })

    expect(await review(course, 'pass', { who: head })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await review(course, 'pass', { who: far })).toMatchObject({ problem: { code: 'not-found' } })
    expect(await see('accreditation.get', { unitCode: FENGMING, id: course.id }, far)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await see('accreditation.list', { place: YUBEI }, far)).toMatchObject({ problem: { code: 'not-found' } })
  })
})

test('a wave is the stations with so many clients that do not hold it yet, the largest first', async () => {
  askForClients(() =>
    Promise.resolve(
      new Map([
        [FENGMING as string, 320],
        [NEIGHBOUR as string, 150],
      ]),
    ),
  )
  const asked = { place: YUBEI, scheme: 'stars', level: 3, clientsFrom: 100 }

  expect(await see('accreditation.wave', asked)).toMatchObject({
    stations: 2,
    held: 0,
    rows: [
      { unitCode: FENGMING, clients: 320 },
      { unitCode: NEIGHBOUR, clients: 150 },
    ],
  })
  await awarded({}, '2026-06-17')
  await value('accreditation.open', { unitCode: NEIGHBOUR as UnitCode, scheme: 'stars', level: 2 })

  expect(await see('accreditation.wave', asked)).toMatchObject({
    stations: 2,
    held: 1,
    underWay: 1,
    rows: [{ unitCode: NEIGHBOUR, state: 'draft' }],
  })
  expect(await see('accreditation.wave', { ...asked, clientsFrom: 300 })).toMatchObject({ stations: 1, held: 1, rows: [] })
  expect(await see('accreditation.spread', { place: YUBEI, scheme: 'stars' })).toEqual({
    rows: [{ tier: 'village', units: 2, held: 1, byLevel: [{ level: 3, held: 1 }] }],
  })
})

test('every scheme shipped has somebody who reviews it', () => {
  for (const one of SCHEMES)
    for (const tier of one.tiers) expect(seatsFor(one, tier, ['province', 'county', 'township', 'village'])).not.toEqual([])
})
