import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter } from '../../../../../../test/matter-world.ts'
import { divisions, ground, person, value } from '../../../../../../test/world.ts'
import type { Matter } from '../../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const answersOf = async (id: string) =>
  value<Matter>(await seeMatter(on, seats.village, { name: 'matter.get', input: { matterId: id } })).answers

test('what the file knows is not asked again at the window, and what is typed there stands in the matter', async () => {
  const [silent, spoken] = [await person(on, { phone: '10012344821' }), await person(on, { phone: '10012344821' })]

  const known = value<OpenedMatter>(await openFor(on, seats.village, { personId: silent.id, answers: { kind: 'veteran' } }))
  const typed = value<OpenedMatter>(
    await openFor(on, seats.village, { personId: spoken.id, answers: { kind: 'veteran', phone: '10012345678' } }),
  )

  expect(await answersOf(known.id)).toMatchObject({ phone: '100****4821' })
  expect(await answersOf(typed.id)).toMatchObject({ phone: '100****5678' })
})

test('where the file says nothing, it is asked', async () => {
  const someone = await person(on)

  expect(await openFor(on, seats.village, { personId: someone.id, answers: { kind: 'veteran' } })).toMatchObject({
    refusal: { code: 'answers-wrong', issues: [{ field: 'phone', code: 'missing' }] },
  })
})

test('a code of the file is answered in words: at the window and on /me nobody reads codes', async () => {
  const someone = await person(on, { phone: '10012344821', education: 'seniorMiddle', employment: 'retired' })

  const wish = value<OpenedMatter>(
    await openFor(on, seats.village, { personId: someone.id, typeCode: 'jobWish', answers: { wish: 'none' } }),
  )

  expect(await answersOf(wish.id)).toMatchObject({ education: '高中', employment: '退休' })
})

test('a code that a matter kept before that is read in words too', async () => {
  const someone = await person(on, { phone: '10012344821' })
  const answers = { wish: 'none', education: 'seniorMiddle', employment: 'retired' }

  const wish = value<OpenedMatter>(await openFor(on, seats.village, { personId: someone.id, typeCode: 'jobWish', answers }))

  expect(await answersOf(wish.id)).toMatchObject({ education: '高中', employment: '退休', wish: 'none' })
})
