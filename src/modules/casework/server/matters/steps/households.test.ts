import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, step } from '../../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../../test/world.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const PLAQUE = { ground: 'veteran', phone: '10012345678' }
const ask = (personId: string) => openFor(on, seats.village, { personId: personId as never, typeCode: 'gloryPlaque', answers: PLAQUE })

describe('a plaque is the household’s', () => {
  test('who lives at the same address is told who has it, masked', async () => {
    const [father, son] = [
      await person(on, { name: '周建国', address: '凤鸣路 18 号' }),
      await person(on, { name: '周小军', address: '凤鸣路18号。' }),
    ]
    value(await ask(father.id))

    expect(await ask(son.id)).toEqual({ kind: 'refusal', refusal: { code: 'household-has-it', holder: '周*' } })
    expect(await ask(father.id)).toMatchObject({ refusal: { code: 'already-open' } })
  })

  test('another address is another household, and of none nothing is known', async () => {
    value(await ask((await person(on, { name: '陶勇', address: '凤鸣路 19 号' })).id))

    expect((await ask((await person(on, { name: '陶强', address: '凤鸣路 20 号' })).id)).kind).toBe('value')
    expect((await ask((await person(on, { name: '陶刚' })).id)).kind).toBe('value')
    expect((await ask((await person(on, { name: '陶毅' })).id)).kind).toBe('value')
  })

  test('of two who ask at once one has it; when it is given up the other may', async () => {
    const [one, other] = [
      await person(on, { name: '何川', address: '凤鸣路 21 号' }),
      await person(on, { name: '何山', address: '凤鸣路 21 号' }),
    ]

    const both = await Promise.all([ask(one.id), ask(other.id)])

    const [won, lost] = both[0]?.kind === 'value' ? [both[0], other] : [both[1], one]
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    value(await step(on, seats.village, { matterId: value<OpenedMatter>(won as never).id, step: 'giveUp' }))
    expect((await ask(lost.id)).kind).toBe('value')
  })
})
