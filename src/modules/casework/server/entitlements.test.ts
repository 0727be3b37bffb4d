import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter } from '../../../../test/matter-world.ts'
import { actor, divisions, ELSEWHERE, ground, person, value } from '../../../../test/world.ts'
import type { Entitlement } from '../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const ask = (personId: string, who = seats.village) => seeMatter(on, who, { name: 'entitlement.list', input: { personId } })

test('a clerk sees what a person is entitled to, with the facts and clauses, and the matter that asks for it', async () => {
  const someone = await person(on)
  const { id } = value<OpenedMatter>(await openFor(on, seats.village, { personId: someone.id }))

  const { entitlements } = value<{ entitlements: Entitlement[] }>(await ask(someone.id))

  const card = entitlements.find(({ code }) => code === 'preferenceCard')
  expect(card).toMatchObject({ matter: { typeCode: 'preferenceCard', openId: id } })
  expect(card?.reasons[1]).toMatchObject({
    depth: 1,
    fact: 'isAlive',
    value: 'true',
    clause: { law: '《退役军人保障法》', article: '第十五条' },
  })
  expect(entitlements.find(({ code }) => code === 'hardshipAid')).toMatchObject({
    verdict: 'missing',
    missing: expect.arrayContaining(['hardshipCause']),
  })
})

test('of a person of the next county there is nothing to see', async () => {
  const someone = await person(on)

  expect(await ask(someone.id, actor({ unitCode: ELSEWHERE }))).toMatchObject({ problem: { code: 'not-found' } })
})
