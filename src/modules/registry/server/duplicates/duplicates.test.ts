import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import { withScope } from '../../../../platform/database/scope.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })
const clerk = world.actor()
const reason = '两兄弟，已当面核对'

interface Row {
  id: string
  signs: string[]
  status: string
  reason: string | null
  person: { id: string; nameMasked: string }
  other: { id: string }
  can: { merge: boolean; dismiss: boolean }
}

const suspected = async (who = officer, status = 'open'): Promise<Row[]> => {
  const input = { place: who.unitCode, status, limit: 200 }
  return world.value<{ rows: Row[] }>(await world.see(ground, who, { name: 'duplicate.list', input })).rows
}

const pairOf = async (one: string, other: string, who = officer): Promise<Row | undefined> => {
  const pair = [one, other].toSorted().join()
  return (await suspected(who)).find(({ person, other: second }) => [person.id, second.id].join() === pair)
}

/** The stock of suspicions that the facts of a person sum up to. */
async function stockOf(personId: string): Promise<number> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ stock: number }>(
      "select coalesce(sum(quantity), 0)::int as stock from spine.facts where kind = 'duplicate.suspected' and person_ids @> array[$1::uuid]",
      [personId],
    ),
  )
  return rows[0]?.stock ?? 0
}

describe('two files are suspected to be of one citizen', () => {
  test.each([
    [
      'the same name and day of birth',
      { name: '罗成刚', bornOn: '1951-02-03' },
      { name: '罗成刚', bornOn: '1951-02-03' },
      ['sound', 'birth'],
    ],
    ['a name that sounds the same', { name: '贺建国', bornOn: '1951-02-04' }, { name: '贺健国', bornOn: '1951-02-04' }, ['sound', 'birth']],
    [
      'the same name and phone',
      { name: '方世玉', phone: '10055550001' },
      { name: '方世玉', phone: '10055550001', bornOn: '1971-01-01' },
      ['sound', 'phone'],
    ],
  ])('%s', async (_what, one, other, signs) => {
    const first = await world.person(ground, one)
    const second = await world.person(ground, other)

    const pair = await pairOf(first.id, second.id)

    expect(pair).toMatchObject({ signs, status: 'open', can: { merge: true, dismiss: true } })
    expect(await stockOf(second.id)).toBe(1)
  })

  test.each([
    ['the same name alone', { name: '秦叔宝', bornOn: '1951-03-01' }, { name: '秦叔宝', bornOn: '1952-03-01' }],
    ['the same day of birth alone', { name: '尉迟恭', bornOn: '1951-03-02' }, { name: '程咬金', bornOn: '1951-03-02' }],
    ['initials and the day of birth', { name: '赵金刚', bornOn: '1951-03-03' }, { name: '赵建国', bornOn: '1951-03-03' }],
    [
      'a couple with one phone',
      { name: '魏征', phone: '10055550002', bornOn: '1951-03-04' },
      { name: '裴氏', phone: '10055550002', bornOn: '1953-03-04' },
    ],
  ])('but not by %s', async (_what, one, other) => {
    const first = await world.person(ground, one)
    const second = await world.person(ground, other)

    expect(await pairOf(first.id, second.id)).toBeUndefined()
    expect(await stockOf(second.id)).toBe(0)
  })

  test('across the bureau, but a village learns nothing of the next', async () => {
    const here = await world.person(ground, { name: '单雄信', bornOn: '1951-04-01' })
    const there = await world.person(ground, { name: '单雄信', bornOn: '1951-04-01', unitCode: world.NEIGHBOUR })

    const street = world.actor({ role: 'townshipHead', unitCode: world.STREET })

    expect(await pairOf(here.id, there.id, street)).toMatchObject({ can: { merge: false, dismiss: true } })
    expect(await pairOf(here.id, there.id, clerk)).toBeUndefined()
    const known = await pairOf(here.id, there.id)
    const dismissed = await world.act(ground, clerk, { name: 'duplicate.dismiss', input: { suspicionId: known?.id, reason } })
    expect(dismissed).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
  })

  test('with no more than five others at once, where many share name and day', async () => {
    const files = []
    for (let at = 0; at < 7; at += 1) files.push(await world.person(ground, { name: '徐茂公', bornOn: '1951-04-03' }))
    const last = files.at(-1)?.id

    const own = (await suspected()).filter(({ person, other }) => person.id === last || other.id === last)

    expect(own).toHaveLength(5)
  })

  test('never with a file of another bureau', async () => {
    const here = await world.person(ground, { name: '罗艺', bornOn: '1951-04-02' })
    await world.person(ground, { name: '罗艺', bornOn: '1951-04-02', unitCode: world.ELSEWHERE })

    expect(await stockOf(here.id)).toBe(0)
  })
})

describe('a suspicion ends', () => {
  const twins = async (bornOn: string) => {
    const first = await world.person(ground, { name: '王伯当', bornOn })
    const second = await world.person(ground, { name: '王伯当', bornOn })
    return { first, second, pair: await pairOf(first.id, second.id) }
  }

  test('when somebody dismisses it, once and for good', async () => {
    const { first, second, pair } = await twins('1951-05-01')
    const dismiss = { name: 'duplicate.dismiss', input: { suspicionId: pair?.id, reason } }

    const answer = await world.act(ground, clerk, dismiss)
    const again = await world.act(ground, clerk, dismiss)
    await world.act(ground, clerk, {
      name: 'person.change',
      input: { personId: first.id, version: 1, changes: { phone: '10055550003' }, reason: '补电话' },
    })

    expect(answer).toMatchObject({ kind: 'value' })
    expect(again).toMatchObject({ kind: 'refusal', refusal: { code: 'suspicion-settled' } })
    expect(await pairOf(first.id, second.id)).toBeUndefined()
    expect((await suspected(officer, 'dismissed')).find(({ id }) => id === pair?.id)).toMatchObject({
      reason,
      can: { merge: false, dismiss: false },
    })
    expect(await stockOf(first.id)).toBe(0)
  })

  test('when the two are merged; undone, it is open again', async () => {
    const { first, second } = await twins('1951-05-02')
    const merge = { keptId: first.id, keptVersion: 1, mergedId: second.id, mergedVersion: 1, reason: '同一人' }

    const { mergeId } = world.value<{ mergeId: string }>(await world.act(ground, officer, { name: 'person.merge', input: merge }))

    expect([await pairOf(first.id, second.id), await stockOf(first.id)]).toEqual([undefined, 0])
    world.value(await world.act(ground, officer, { name: 'person.undoMerge', input: { personId: first.id, mergeId, reason: '合并错了' } }))
    expect(await pairOf(first.id, second.id)).toBeDefined()
    expect(await stockOf(first.id)).toBe(1)
  })

  test('when a name is corrected', async () => {
    const { first, second } = await twins('1951-05-03')
    const changes = { name: '王勇' }

    world.value(
      await world.act(ground, clerk, { name: 'person.change', input: { personId: second.id, version: 1, changes, reason: '录错' } }),
    )

    expect([await pairOf(first.id, second.id), await stockOf(first.id)]).toEqual([undefined, 0])
  })

  test.each(['countyApprover', 'supervisor'] as const)('but not by the hand of a %s', async (role) => {
    const { pair } = await twins(role === 'supervisor' ? '1951-05-04' : '1951-05-05')
    const reader = world.actor({ role, unitCode: world.YUBEI })

    const answer = await world.act(ground, reader, { name: 'duplicate.dismiss', input: { suspicionId: pair?.id, reason } })

    expect(answer).toMatchObject({ kind: 'problem', problem: { code: 'not-permitted' } })
  })
})
