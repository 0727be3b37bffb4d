import { afterAll, expect, test } from 'vitest'
import type { RegionCode, UnitCode } from '../src/kernel/region-code.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { rowsOf } from './casework-world.ts'
import { ABOVE, doIt, head, laden, officer, openHandOverWorld, reason, seeIt } from './hand-over-world.ts'
import { team } from './work-world.ts'
import { actor, BANAN, CHONGQING, ELSEWHERE, FENGMING, NEIGHBOUR, person, STREET, value } from './world.ts'

const world = await openHandOverWorld()
const { database, early, figuresAt, handOver, loadsOf, on } = world
afterAll(database.close)

const neighbour = actor({ unitCode: NEIGHBOUR })
const isSeen = async (who: typeof neighbour, personId: string) => (await seeIt(on, who, 'person.get', { personId })).kind === 'value'
const IN_MAY = { from: '2026-05-01', to: '2026-05-31' }
const IN_JUNE = { from: '2026-06-01', to: '2026-06-30' }
const refused = (code: string) => ({ kind: 'refusal', refusal: expect.objectContaining({ code }) as unknown })

const allFigures = async (period: typeof IN_MAY) => await Promise.all(ABOVE.map((place) => figuresAt(place, period)))

test('one action takes files, plans, matters, needs, agreements and teams along, and no figure above changes', async () => {
  const one = await laden(world)
  const archived = await person(early)
  value(await doIt(on, actor(), 'person.archive', { personId: archived.id, version: 1, ground: 'emigrated', reason: '迁往国外' }))
  value(await doIt(on, actor(), 'work.record', team()))
  const before = {
    may: await allFigures(IN_MAY),
    june: await allFigures(IN_JUNE),
    mayThere: await figuresAt(FENGMING as string as RegionCode, IN_MAY),
  }
  const codes = (await loadsOf(FENGMING)).rows.map(({ code }) => code)
  expect(codes).toEqual(['files', 'archived', 'plans', 'matters', 'needs', 'pairings', 'helpers', 'standing'])

  const answer = value<{ status: string; files: number; moved: number }>(await handOver())

  expect(answer).toMatchObject({ status: 'done', files: 2, moved: 2 })
  expect((await loadsOf(FENGMING)).rows).toEqual([])
  expect(await isSeen(neighbour, one.id)).toBe(true)
  expect(await isSeen(actor(), one.id)).toBe(false)
  expect((await loadsOf(NEIGHBOUR)).rows.map(({ code }) => code)).toEqual(codes)
  expect(value<{ unitCode: string }>(await seeIt(on, neighbour, 'matter.get', { matterId: one.matterId })).unitCode).toBe(NEIGHBOUR)
  expect(await allFigures(IN_MAY)).toEqual(before.may)
  expect(await allFigures(IN_JUNE)).toEqual(before.june)
  expect(await figuresAt(FENGMING as string as RegionCode, IN_MAY)).toEqual(before.mayThere)
  expect(await figuresAt(FENGMING as string as RegionCode, IN_JUNE)).toMatchObject({ clients: { is: 0 } })
  expect(await figuresAt(NEIGHBOUR as string as RegionCode, IN_JUNE)).toMatchObject({ clients: { is: 1 } })
})

test('its timeline says in one line from where to where and why, and the journal how much went', async () => {
  const { id } = await person(on)

  const { id: handOverId } = value<{ id: string }>(await handOver())

  const { rows } = value<{ rows: { kind: string; text: string; ref: string }[] }>(
    await seeIt(on, neighbour, 'person.timeline', { personId: id }),
  )
  expect(rows.filter(({ kind }) => kind === 'handedOver')).toMatchObject([
    { text: `凤鸣路社区服务站 → 双凤路社区服务站：${reason}`, ref: handOverId },
  ])
  const leaves = await rowsOf<{ detail: string }>(
    database,
    "select canon as detail from spine.leaves where action_name = 'network.handOver' order by seq desc limit 1",
  )
  expect(JSON.parse(leaves[0]?.detail ?? '{}')).toMatchObject({ detail: { to: NEIGHBOUR, files: 1, plans: 1, besides: 0 } })
})

test('two files that may be of one citizen are suspected where both lie now, and dismissed ones stay dismissed', async () => {
  const [one, other, third] = [
    await person(on, { name: '欧阳修远', phone: '10077770001' }),
    await person(on, { name: '欧阳修远', phone: '10077770001', unitCode: NEIGHBOUR }),
    await person(on, { name: '欧阳修远', phone: '10077770001', unitCode: NEIGHBOUR }),
  ]
  const lying = async () =>
    await rowsOf<{ unit_code: string; status: string; pair: string[] }>(
      database,
      `select unit_code, status, array[person_id, other_id] as pair from registry.duplicate_suspicions
        where $1 in (person_id, other_id) order by $2 in (person_id, other_id) desc`,
      [one.id, other.id],
    )
  const [first] = await rowsOf<{ id: string }>(
    database,
    'select id from registry.duplicate_suspicions where $1 in (person_id, other_id) and $2 in (person_id, other_id)',
    [one.id, third.id],
  )
  value(await doIt(on, officer, 'duplicate.dismiss', { suspicionId: first?.id, reason: '同名同号，不是一人' }))
  expect(await lying()).toMatchObject([
    { unit_code: STREET, status: 'open' },
    { unit_code: STREET, status: 'dismissed' },
  ])

  value(await handOver())

  expect(await lying()).toMatchObject([
    { unit_code: NEIGHBOUR, status: 'open' },
    { unit_code: NEIGHBOUR, status: 'dismissed' },
  ])
  const told = await rowsOf<{ unit_code: string; sum: number }>(
    database,
    `select unit_code, sum(quantity)::int as sum from spine.facts
      where kind = 'duplicate.suspected' and $1 = any(person_ids) group by 1 having sum(quantity) <> 0`,
    [one.id],
  )
  expect(told).toEqual([{ unit_code: NEIGHBOUR, sum: 1 }])
})

test('a visit that was made there stays there, and is read at the successor as an earlier one', async () => {
  const someone = await person(on)
  value(await doIt(on, actor(), 'visit.record', { personIds: [someone.id], unitCode: FENGMING, doneOn: '2026-06-03' }))

  value(await handOver())

  expect(value<{ rows: unknown[] }>(await seeIt(on, neighbour, 'visit.earlier', { personId: someone.id })).rows).toHaveLength(1)
  const kept = await rowsOf<{ unit_code: string }>(
    database,
    'select v.unit_code from casework.visits v join casework.visit_people s on s.visit_id = v.id where s.person_id = $1',
    [someone.id],
  )
  expect(kept).toEqual([{ unit_code: FENGMING }])
})

test('nobody leaves and nobody arrives where a station is merged', async () => {
  const { id } = await person(on)

  value(await handOver())

  const told = await rowsOf(
    database,
    "select kind from spine.facts where kind in ('person.left', 'person.arrived') and $1 = any(person_ids)",
    [id],
  )
  expect(told).toEqual([])
})

test.each([
  ['same-unit', { toUnit: FENGMING }, officer],
  ['unknown-heir', { toUnit: '500112017008' }, officer],
  ['unknown-heir', { toUnit: ELSEWHERE }, officer],
  ['other-bureau', { toUnit: ELSEWHERE }, actor({ unitCode: CHONGQING, role: 'countyOfficer' })],
] as const)('%s: refused, and nothing moves', async (code, input, who) => {
  const { id } = await person(on)

  expect(await handOver(input, who)).toEqual(refused(code))

  expect(await isSeen(actor(), id)).toBe(true)
})

test('a successor that is closed, suspended or not there yet takes nothing', async () => {
  await person(on)
  const set = (sql: string) => withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) => tx.query(sql, [NEIGHBOUR]))
  for (const status of ['suspended', 'planned']) {
    await set(`update network.service_units set status = '${status}' where unit_code = $1`)
    expect(await handOver()).toEqual(refused('heir-is-over'))
  }
  await set(`update network.service_units set status = 'open' where unit_code = $1`)
  await set(`update network.divisions set valid_to = '2026-06-10' where code = $1`)
  expect(await handOver()).toEqual(refused('heir-is-over'))
  await set(`update network.divisions set valid_to = 'infinity', valid_from = '2026-06-11' where code = $1`)
  expect(await handOver()).toEqual(refused('heir-not-yet'))
  await set(`update network.divisions set valid_from = '-infinity' where code = $1`)

  expect((await handOver()).kind).toBe('value')
})

test('what lies at a county is no station’s to hand over', async () => {
  expect(await handOver({ unitCode: '500112000000', toUnit: NEIGHBOUR }, officer)).toEqual(refused('not-a-station'))
})

test('where nothing lies there is nothing to hand over, and the same message again is answered as before', async () => {
  await person(on)
  const actionId = '0197f000-0000-7000-8000-00000000aaaa'
  const first = value(await handOver({}, head, actionId))

  expect(value(await handOver({}, head, actionId))).toEqual(first)
  expect(await handOver()).toEqual(refused('nothing-there'))
})

test('somebody who waits for an answer about a file is answered first', async () => {
  const someone = await person(on)
  const there = actor({ unitCode: ELSEWHERE })
  const { transferId } = value<{ transferId: string }>(
    await doIt(on, there, 'transfer.ask', { unitCode: ELSEWHERE, citizenId: someone.citizenId, reason: '户口已迁入' }),
  )

  expect(await handOver()).toEqual({ kind: 'refusal', refusal: { code: 'transfers-open', count: 1 } })

  value(await doIt(on, there, 'transfer.withdraw', { transferId, reason: '不迁了' }))
  expect((await handOver()).kind).toBe('value')
})

test.each([
  ['stationWorker', FENGMING],
  ['stationWorker', STREET],
  ['countyApprover', '500112000000'],
  ['cityOfficer', CHONGQING],
  ['supervisor', '500112000000'],
] as const)('a %s of %s may not', async (role, unitCode) => {
  expect(await handOver({}, actor({ role, unitCode: unitCode as UnitCode }))).toEqual({
    kind: 'problem',
    problem: { code: 'not-permitted' },
  })
})

test('the head of another street, and the next district, do not find the station', async () => {
  const notFound = { kind: 'problem', problem: { code: 'not-found' } }
  for (const who of [
    actor({ role: 'countyOfficer', unitCode: BANAN }),
    actor({ role: 'townshipHead', unitCode: '500113001000' as UnitCode }),
  ]) {
    expect(await handOver({}, who)).toEqual(notFound)
    expect(await seeIt(on, who, 'network.loads', { unitCode: FENGMING })).toEqual(notFound)
  }
})

test('of two hand-overs at once one is done and the other finds nothing', async () => {
  const people = await Promise.all([person(on), person(on)])

  const answers = await Promise.all([handOver(), handOver({}, officer)])

  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  expect(answers).toContainEqual(refused('nothing-there'))
  for (const { id } of people) expect(await isSeen(neighbour, id)).toBe(true)
})

test('a file that is being edited is waited for, and goes with what was typed', async () => {
  const people = await Promise.all([person(on), person(on)])
  const edited = people[0]?.id ?? ''
  const client = await database.ownerPool.connect()
  await client.query("begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'")
  await client.query("update registry.people set living = 'alone' where id = $1", [edited])

  const answer = handOver()
  for (;;) {
    const { rows } = await client.query<{ waits: boolean }>('select exists (select from pg_locks where not granted) as waits')
    if (rows[0]?.waits) break
  }
  await client.query('commit')
  client.release()

  expect(value(await answer)).toMatchObject({ status: 'done', moved: 2 })
  expect(value(await seeIt(on, neighbour, 'person.get', { personId: edited }))).toMatchObject({ unitCode: NEIGHBOUR, living: 'alone' })
})

test('a clerk who saves the moment after is told that the file is not theirs any more', async () => {
  const { id } = await person(on)
  const change = (who: typeof neighbour) =>
    doIt(on, who, 'person.change', { personId: id, version: 1, changes: { living: 'alone' }, reason: '走访' })

  value(await handOver())

  expect(await change(actor())).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  expect((await change(neighbour)).kind).toBe('value')
})

test('who takes over is suggested: what the division has become, then the street', async () => {
  await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', async (tx) => {
    await tx.query("update network.divisions set valid_to = '2026-06-01' where code = $1", [FENGMING])
    await tx.query(
      `insert into network.division_changes (valid_on, kind, from_code, from_name, to_code, source, is_example)
       values ('2026-06-01', 'merge', $1, '凤鸣路社区', $2, '示例', true)`,
      [FENGMING, NEIGHBOUR],
    )
  })

  expect((await loadsOf(FENGMING)).heirs).toMatchObject([
    { unitCode: NEIGHBOUR, why: 'division' },
    { unitCode: STREET, why: 'township' },
  ])
})

test('files at a division that has ended are nobody’s until they are handed over', async () => {
  const orphans = async () => value<{ rows: object[] }>(await seeIt(on, head, 'network.orphans', { place: STREET })).rows
  await person(early)

  expect(await orphans()).toEqual([
    { unitCode: FENGMING, name: '凤鸣路社区服务站', files: 1, why: 'divisionEnded', on: '2026-06-01', isUnderWay: false },
  ])

  value(await handOver())
  expect(await orphans()).toEqual([])
})

test('a memorial that was public stays so, at the successor', async () => {
  const values = { name: '示范烈士纪念碑', type: 'monument', level: 'county', keeper: '渝北区退役军人事务局' }
  const site = { kind: 'memorialSite', unitCode: FENGMING, on: '2019-04-01', values }
  const { id } = value<{ id: string }>(await doIt(on, actor(), 'work.record', site))
  value(await doIt(on, officer, 'site.publish', { unitCode: FENGMING, recordIds: [id] }))

  value(await handOver())

  const rows = await rowsOf<{ unit_code: string; is_shown: boolean }>(
    database,
    'select unit_code, is_shown from worklog.open_sites order by unit_code',
  )
  expect(rows).toEqual([
    { unit_code: FENGMING, is_shown: false },
    { unit_code: NEIGHBOUR, is_shown: true },
  ])
})
