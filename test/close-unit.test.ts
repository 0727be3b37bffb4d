import { afterAll, expect, test } from 'vitest'
import { rowsOf } from './casework-world.ts'
import { doIt, head, openHandOverWorld, reason, seeIt } from './hand-over-world.ts'
import { actor, CHONGQING, ELSEWHERE, FENGMING, NEIGHBOUR, person, STREET, value } from './world.ts'

const { database, loadsOf, on } = await openHandOverWorld()
afterAll(database.close)

const revisionOf = async (unitCode: string) =>
  value<{ unit: { revision: number } }>(await seeIt(on, head, 'network.unit', { unitCode })).unit.revision
const close = async (more: object = {}, who = head, unitCode: string = FENGMING) =>
  await doIt(on, who, 'network.changeUnit', { unitCode, revision: await revisionOf(unitCode), changes: { status: 'closed' }, ...more })

test('a unit at which files lie is not closed silently: what lies there is said', async () => {
  await person(on)

  expect(await close()).toMatchObject({
    refusal: {
      code: 'still-holds',
      rows: [
        { code: 'files', count: 1 },
        { code: 'plans', count: 1, overdue: 0 },
      ],
    },
  })
  expect(await close({ changes: { status: 'merged' }, mergedIntoCode: NEIGHBOUR })).toMatchObject({ refusal: { code: 'still-holds' } })
  expect((await close({ changes: { status: 'suspended' } })).kind).toBe('value')
})

test('refused by its successor it stays as it was, with its files', async () => {
  expect(await close({ handOver: { toUnit: ELSEWHERE, reason } })).toMatchObject({
    refusal: { code: 'not-handed-over', because: { code: 'unknown-heir' } },
  })
  const city = actor({ unitCode: CHONGQING, role: 'cityOfficer' })
  expect(await close({ handOver: { toUnit: NEIGHBOUR, reason } }, city)).toMatchObject({ refusal: { code: 'may-not-hand-over' } })

  expect((await loadsOf(FENGMING)).rows).toMatchObject([{ code: 'files', count: 1 }, {}])
})

test('a refusal of the closing itself takes the hand-over back with it', async () => {
  expect(await close({ handOver: { toUnit: NEIGHBOUR, reason }, closedOn: '2019-01-01' })).toMatchObject({
    refusal: { code: 'closed-before-opened' },
  })
  expect(await close({ handOver: { toUnit: NEIGHBOUR, reason }, closedOn: '2026-06-11' })).toMatchObject({
    refusal: { code: 'closes-in-future' },
  })
  expect(await close({ handOver: { toUnit: NEIGHBOUR, reason }, revision: 1 })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })

  expect((await loadsOf(FENGMING)).rows).toMatchObject([{ code: 'files', count: 1 }, {}])
})

test('closed and handed over in one action: nothing is left, and nobody’s files there are', async () => {
  const closed = value<{ status: string }>(await close({ handOver: { toUnit: NEIGHBOUR, reason } }))

  expect(closed.status).toBe('closed')
  expect((await loadsOf(FENGMING)).rows).toEqual([])
  expect((await loadsOf(NEIGHBOUR)).rows).toMatchObject([{ code: 'files', count: 1 }, { code: 'plans' }])
  expect(value(await seeIt(on, head, 'network.orphans', { place: STREET }))).toEqual({ rows: [], can: { handOver: true } })
})

test('left for a reason it closes, the journal keeps why, and its files stand on the list of nobody’s', async () => {
  value(await close({ leftBecause: '待区局研究去向' }, head, NEIGHBOUR))

  const [leaf] = await rowsOf<{ canon: string }>(
    database,
    "select canon from spine.leaves where action_name = 'network.changeUnit' order by seq desc limit 1",
  )
  expect(JSON.parse(leaf?.canon ?? '{}')).toMatchObject({ detail: { leftBecause: '待区局研究去向', left: 2 } })
  expect(value(await seeIt(on, head, 'network.orphans', { place: STREET }))).toMatchObject({
    rows: [{ unitCode: NEIGHBOUR, files: 1, why: 'closed', on: '2026-06-10' }],
  })
  expect(value(await doIt(on, head, 'network.handOver', { unitCode: NEIGHBOUR, toUnit: STREET, reason }))).toMatchObject({ status: 'done' })
  expect(value(await seeIt(on, head, 'network.orphans', { place: STREET }))).toMatchObject({ rows: [] })
})

test('an empty unit closes without a word', async () => {
  const unitCode = `${STREET}-1`
  value(await doIt(on, head, 'network.openUnit', { unitCode, kind: 'postHouse', name: '老兵驿站', openedOn: '2024-01-01' }))

  expect((await close({}, head, unitCode)).kind).toBe('value')
})
