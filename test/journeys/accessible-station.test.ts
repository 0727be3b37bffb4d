import { expect, test } from 'vitest'
import { expectAccessible, testAccessible } from './accessible-pages.ts'

const { journey, windowOf } = testAccessible(['chen.xiaoqin'])

test('a matter, the hall with somebody in it and what may be begun there have nothing serious for axe', async () => {
  const page = windowOf('chen.xiaoqin')
  const { address } = journey()
  const found = await page.request.post(`${address}/api/see/person.list`, { data: { place: '500112017005', limit: 9 } })
  const people: { id: string }[] = (await found.json()).value.rows
  const personId = people[1]?.id
  await page.goto(`${address}/desk/hall?person=${personId}`)
  await expectAccessible(page)

  await page.locator('li', { hasText: '优待证' }).getByRole('button', { name: '办这件' }).last().click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)

  const begun = { typeCode: 'preferenceCard', unitCode: '500112017005', personId, answers: { kind: 'veteran', phone: '10012345678' } }
  const matter = await page.request.post(`${address}/api/do/matter.open`, {
    data: begun,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(matter.ok()).toBe(true)
  await page.goto(`${address}/desk/matters/${(await matter.json()).value.id}`)
  await expectAccessible(page)
})

test('a person’s file and the drawer of a visit have nothing serious for axe', async () => {
  const page = windowOf('chen.xiaoqin')
  const { address } = journey()
  const found = await page.request.post(`${address}/api/see/person.find`, { data: { query: '王' } })
  const personId: string = (await found.json()).value.rows[0].id
  await page.goto(`${address}/desk/people/${personId}`)
  await expectAccessible(page)

  await page.goto(`${address}/desk/today?record=${personId}`)
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
})
