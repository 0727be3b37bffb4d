import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { formOf, openFileDesk, PHOTO } from '../../../../test/file-desk.ts'
import { doWork } from '../../../../test/work-world.ts'
import { actor, BANAN, FENGMING, NEIGHBOUR, STREET, TODAY, value, YUBEI } from '../../../../test/world.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Answer } from '../../../platform/actions/answer.ts'
import { runAction } from '../../../platform/actions/run-action.ts'
import { runView } from '../../../platform/actions/run-view.ts'
import type { Facility, Patrol, Repair } from '../contract.ts'
import { actions, openPhoto, views } from '../index.ts'

const people = {
  keeper: actor(),
  colleague: actor(),
  head: actor({ unitCode: STREET, role: 'townshipHead' }),
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
  nextDoor: actor({ unitCode: NEIGHBOUR }),
  stranger: actor({ unitCode: BANAN, role: 'countyOfficer' }),
}
type Name = keyof typeof people

const { database, on, send, look, close } = await openFileDesk(people, openPhoto)
afterAll(close)

const act = async (who: Name, name: string, input: object, actionId = uuidv7()): Promise<Answer> => {
  const found = actions.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return await runAction(on, found, { actor: people[who] as Actor, actionId, input })
}
const see = async (who: Name, name: string, input: object): Promise<Answer> => {
  const found = views.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return await runView(on, found, { actor: people[who] as Actor, input })
}
const codeOf = (answer: Answer) => {
  const { refusal, problem } = answer as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? problem?.code ?? 'done'
}

let serial = 0
const site = (unitCode: string, values: object = {}) => ({
  kind: 'memorialSite',
  unitCode,
  on: '2020-04-05',
  values: { name: `第${++serial}烈士纪念碑`, type: 'monument', level: 'county', keeper: '渝北区事务局', ...values },
})
const facilityAt = async (unitCode: string = FENGMING, values: object = {}) =>
  value<{ id: string }>(await doWork(on, people.officer, { name: 'work.record', input: site(unitCode, values) })).id

let shade = 0
/** Each another picture: a comment tells them apart. */
const photoOf = async (who: Name): Promise<string> => {
  const comment = Buffer.from(`ffd8fffe0004${(++shade).toString(16).padStart(4, '0')}`, 'hex')
  const answer = await send(who, '/api/evidence', formOf(Buffer.concat([comment, PHOTO.subarray(2)])))
  return (answer.json() as { value: { id: string } }).value.id
}

const round = (visits: object[], more: object = {}) => ({ unitCode: FENGMING, on: TODAY, visits, ...more })
const crack = { item: 'structure', what: '碑身有裂缝' }
const desk = async (who: Name, place: string = FENGMING) =>
  value<{ facilities: Facility[]; repairs: Repair[]; counts: Record<string, number> }>(await see(who, 'patrol.desk', { place }))
const pageOf = async (who: Name, facilityId: string) =>
  value<{ facility: Facility; patrols: Patrol[]; repairs: Repair[] }>(await see(who, 'patrol.facility', { facilityId }))
const found = async (defect: object = crack): Promise<{ facilityId: string; repair: Repair }> => {
  const facilityId = await facilityAt()
  value(await act('keeper', 'patrol.record', round([{ facilityId, defects: [defect] }])))
  const [repair] = (await pageOf('keeper', facilityId)).repairs
  if (!repair) throw new Error('no defect was found')
  return { facilityId, repair }
}
const ordered = async () => {
  const made = await found()
  value(await act('head', 'repair.order', { repairId: made.repair.id, to: '街道规划建设办', dueOn: '2026-12-31' }))
  return made
}
const sums = async (): Promise<Record<string, number>> => {
  const { rows } = await database.ownerPool.query<{ kind: string; sum: number }>(
    "select kind, sum(quantity)::int as sum from spine.facts where kind ~ '^(patrol|defect)' group by 1",
  )
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum]))
}
const moved = async (todo: () => Promise<unknown>) => {
  const before = await sums()
  await todo()
  const after = await sums()
  return Object.fromEntries(
    Object.keys(after).flatMap((kind) => (after[kind] === before[kind] ? [] : [[kind, (after[kind] ?? 0) - (before[kind] ?? 0)]])),
  )
}

describe('a patrol', () => {
  test('is one round, whatever it came to, and each facility is a visit where it is kept', async () => {
    const [here, there] = [await facilityAt(), await facilityAt(NEIGHBOUR)]
    const input = round([{ facilityId: here }, { facilityId: there, defects: [crack] }], { unitCode: YUBEI })

    const told = await moved(async () => value(await act('officer', 'patrol.record', input)))

    expect(told).toEqual({ 'patrol.round': 1, 'patrol.visit': 2, 'defect.found': 1, 'defect.open': 1 })
    expect((await desk('keeper')).facilities.find(({ id }) => id === here)).toMatchObject({
      isDue: false,
      lastPatrolOn: TODAY,
      openRepairs: 0,
    })
    expect((await desk('nextDoor', NEIGHBOUR)).repairs).toMatchObject([{ facilityId: there, what: '碑身有裂缝', state: 'found' }])
  })

  test('is due for a facility until somebody came this month', async () => {
    const facilityId = await facilityAt()
    value(await act('keeper', 'patrol.record', round([{ facilityId }], { on: '2026-05-20' })))
    const isDue = async () => (await pageOf('keeper', facilityId)).facility.isDue
    expect(await isDue()).toBe(true)
    const before = value<{ due: number }>(await see('keeper', 'patrol.due', { place: FENGMING })).due

    value(await act('keeper', 'patrol.record', round([{ facilityId }])))

    expect(await isDue()).toBe(false)
    expect(value<{ due: number }>(await see('keeper', 'patrol.due', { place: FENGMING })).due).toBe(before - 1)
  })

  test('stays with its facility when the record of that is corrected', async () => {
    const facilityId = await facilityAt()
    value(await act('keeper', 'patrol.record', round([{ facilityId }])))
    const corrected = site(FENGMING, { name: '改了名的纪念碑' })
    value(await doWork(on, people.officer, { name: 'work.correct', input: { recordId: facilityId, reason: '名称有误', corrected } }))

    const { facility, patrols } = await pageOf('keeper', facilityId)

    expect([facility.name, facility.lastPatrolOn, patrols.length]).toEqual(['改了名的纪念碑', TODAY, 1])
    expect((await desk('keeper')).facilities.filter(({ name }) => name === '改了名的纪念碑')).toHaveLength(1)
  })

  test('of one facility and day counts once, though two say it at the same time', async () => {
    const facilityId = await facilityAt()

    const answers = await Promise.all((['keeper', 'colleague'] as const).map((who) => act(who, 'patrol.record', round([{ facilityId }]))))

    expect(answers.map(codeOf).toSorted()).toEqual(['already-patrolled', 'done'])
    expect((await pageOf('keeper', facilityId)).patrols).toHaveLength(1)
  })

  test('sent twice with one id is one round with one answer', async () => {
    const [facilityId, id] = [await facilityAt(), uuidv7()]
    const input = round([{ facilityId, defects: [crack] }])

    const answers = [await act('keeper', 'patrol.record', input, id), await act('keeper', 'patrol.record', input, id)]

    expect(answers[1]).toEqual(answers[0])
    expect((await pageOf('keeper', facilityId)).repairs).toHaveLength(1)
  })

  test('that was not walked so is taken back with what it told, once', async () => {
    const facilityId = await facilityAt()
    const { id: patrolId } = value<{ id: string }>(await act('keeper', 'patrol.record', round([{ facilityId, defects: [crack] }])))
    const input = { patrolId, reason: '记到别的设施上了' }

    const told = await moved(async () => value(await act('keeper', 'patrol.takeBack', input)))

    expect(told).toEqual({ 'patrol.round': -1, 'patrol.visit': -1, 'defect.found': -1, 'defect.open': -1 })
    const { facility, patrols, repairs } = await pageOf('keeper', facilityId)
    expect([facility.isDue, patrols[0]?.takenBackFor, repairs[0]?.state]).toEqual([true, input.reason, 'takenBack'])
    expect(codeOf(await act('keeper', 'patrol.takeBack', input))).toBe('already-taken-back')
    expect(codeOf(await act('keeper', 'patrol.record', round([{ facilityId }])))).toBe('done')
  })

  test('stays where somebody has ordered a repair by it', async () => {
    const { facilityId } = await ordered()
    const [patrol] = (await pageOf('keeper', facilityId)).patrols

    const answer = await act('keeper', 'patrol.takeBack', { patrolId: patrol?.id, reason: '没有去' })

    expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'repair-begun', count: 1 } })
    expect((await pageOf('keeper', facilityId)).facility.isDue).toBe(false)
  })

  test.each([
    ['by who only looks', 'supervisor', {}, 'not-permitted'],
    ['for a station of another village', 'nextDoor', {}, 'not-found'],
    ['for a station of another county', 'stranger', {}, 'not-found'],
    ['of tomorrow', 'keeper', { on: '2099-01-01' }, 'in-the-future'],
    ['before the monument stood', 'keeper', { on: '2019-01-01' }, 'before-it-stood'],
    ['from where no unit is', 'officer', { unitCode: '500112999999' }, 'unknown-place'],
  ] as const)('is refused %s', async (_why, who, more, code) => {
    const facilityId = await facilityAt()

    expect(codeOf(await act(who, 'patrol.record', round([{ facilityId }], more)))).toBe(code)
    expect((await pageOf('keeper', facilityId)).patrols).toEqual([])
  })

  test('finds no facility of the next village, none that is over, none that never was', async () => {
    const [beyond, over] = [await facilityAt(NEIGHBOUR), await facilityAt()]
    value(await doWork(on, people.officer, { name: 'work.correct', input: { recordId: over, reason: '没有这处' } }))

    for (const facilityId of [beyond, over, uuidv7()])
      expect(codeOf(await act('keeper', 'patrol.record', round([{ facilityId }])))).toBe('facility-not-found')
    expect(codeOf(await see('keeper', 'patrol.facility', { facilityId: beyond }))).toBe('not-found')
  })
})

describe('a defect', () => {
  test('is mended step by step, and is over when another person accepts it', async () => {
    const { facilityId, repair } = await ordered()
    const fix = { repairId: repair.id, on: TODAY, photo: await photoOf('keeper') }
    value(await act('keeper', 'repair.fix', fix))
    expect(codeOf(await act('keeper', 'repair.accept', { repairId: repair.id }))).toBe('own-fix')

    const told = await moved(async () => value(await act('head', 'repair.accept', { repairId: repair.id })))

    expect(told).toEqual({ 'defect.mended': 1, 'defect.open': -1 })
    const { facility, repairs } = await pageOf('keeper', facilityId)
    expect([facility.openRepairs, repairs[0]?.state, repairs[0]?.afterPhoto]).toEqual([0, 'accepted', expect.any(String)])
    const { rows } = await database.ownerPool.query('select step from memorial.repair_steps where repair_id = $1 order by number', [
      repair.id,
    ])
    expect(rows.map(({ step }) => step)).toEqual(['found', 'ordered', 'fixed', 'accepted'])
  })

  test('that is not well mended goes back, and wants a picture anew', async () => {
    const { repair } = await ordered()
    value(await act('keeper', 'repair.fix', { repairId: repair.id, on: TODAY, photo: await photoOf('keeper') }))

    value(await act('head', 'repair.return', { repairId: repair.id, reason: '裂缝只是抹平了' }))

    expect((await desk('head', STREET)).repairs.find(({ id }) => id === repair.id)).toMatchObject({ state: 'ordered', afterPhoto: null })
    expect(codeOf(await act('officer', 'repair.accept', { repairId: repair.id }))).toBe('other-state')
  })

  test.each([
    ['repair.fix', { on: TODAY, photo: uuidv7() }],
    ['repair.accept', {}],
    ['repair.return', { reason: '不行' }],
  ] as const)('that nobody ordered is in no state for %s', async (name, more) => {
    const { repair } = await found()

    expect(await act('head', name, { repairId: repair.id, ...more })).toMatchObject({ refusal: { code: 'other-state', state: 'found' } })
  })

  test('is not mended by somebody else’s picture, by a document, tomorrow, or before it was found', async () => {
    const { repair } = await ordered()
    const pdf = await send('keeper', '/api/evidence', formOf(Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')))
    const document = (pdf.json() as { value: { id: string } }).value.id
    const fix = async (more: object) =>
      codeOf(await act('keeper', 'repair.fix', { repairId: repair.id, on: TODAY, photo: uuidv7(), ...more }))

    expect(await fix({ photo: await photoOf('head') })).toBe('photo-not-found')
    expect(await fix({ photo: document })).toBe('not-a-photo')
    expect(await fix({ on: '2099-01-01' })).toBe('in-the-future')
    expect(await fix({ on: '2026-01-01' })).toBe('before-found')
    expect((await desk('keeper')).repairs.find(({ id }) => id === repair.id)?.state).toBe('ordered')
  })

  test('counts by what it waits for: somebody late, another pair of eyes, too long', async () => {
    const waits = async (who: Name) => {
      const { overdue, toAccept } = value<Record<string, number>>(await see(who, 'patrol.due', { place: FENGMING }))
      return [overdue, toAccept, (await desk(who)).counts['longOpen']]
    }
    const before = { keeper: await waits('keeper'), head: await waits('head') }
    const facilityId = await facilityAt()
    const { repairIds } = value<{ repairIds: string[] }>(
      await act('keeper', 'patrol.record', round([{ facilityId, defects: [crack] }], { on: '2026-05-01' })),
    )
    value(await act('head', 'repair.order', { repairId: repairIds[0], to: '街道规划建设办', dueOn: '2026-12-31' }))
    const [late = 0, eyes = 0, long = 0] = before.keeper
    await database.ownerPool.query("update memorial.repairs set due_on = '2026-05-20' where id = $1", repairIds)
    expect(await waits('keeper')).toEqual([late + 1, eyes, long + 1])

    value(await act('keeper', 'repair.fix', { repairId: repairIds[0], on: TODAY, photo: await photoOf('keeper') }))

    expect(await waits('keeper')).toEqual([late, eyes, long + 1])
    expect(await waits('head')).toEqual([before.head[0], (before.head[1] ?? 0) + 1, (before.head[2] ?? 0) + 1])
  })

  test('is accepted by one of two who do it at once', async () => {
    const { repair } = await ordered()
    value(await act('keeper', 'repair.fix', { repairId: repair.id, on: TODAY, photo: await photoOf('keeper') }))

    const answers = await Promise.all((['head', 'officer'] as const).map((who) => act(who, 'repair.accept', { repairId: repair.id })))

    expect(answers.map(codeOf).toSorted()).toEqual(['done', 'other-state'])
  })

  test('is nothing to the next village and the next county, and nothing to be changed by who only looks', async () => {
    const { repair } = await found()
    const order = { repairId: repair.id, to: '街道', dueOn: '2026-12-31' }

    for (const who of ['nextDoor', 'stranger'] as const) expect(codeOf(await act(who, 'repair.order', order))).toBe('not-found')
    expect(codeOf(await act('supervisor', 'repair.order', order))).toBe('not-permitted')
    expect(codeOf(await act('keeper', 'repair.order', { ...order, dueOn: '2026-01-01' }))).toBe('due-past')
  })

  test('shows its pictures to whoever may read the work of the place, and to nobody beyond', async () => {
    const { facilityId, repair } = await found({ ...crack, photo: await photoOf('keeper') })
    const id = repair.beforePhoto ?? ''

    for (const who of ['keeper', 'head', 'supervisor'] as const) expect([who, (await look(who, id)).statusCode]).toEqual([who, 200])
    for (const who of ['nextDoor', 'stranger'] as const) expect([who, (await look(who, id)).statusCode]).toEqual([who, 404])
    expect((await pageOf('keeper', facilityId)).repairs).toHaveLength(1)
  })
})
