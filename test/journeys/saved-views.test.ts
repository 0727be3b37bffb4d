import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './desk-hands.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

const isRising = (numbers: readonly number[]): boolean =>
  numbers.length > 1 && numbers.every((one, at) => at === 0 || one >= (numbers[at - 1] ?? 0))

test('a list is kept under a name with its filters and order, opened again by it, and let go', async () => {
  const page = await journey.enter('jiang.wenbo')
  const table = () => page.locator('main table').first().innerText()
  /** The ages on the page, once what was asked for is there. */
  const ages = async () => (await page.locator('.table-box:not([data-busy]) tbody tr td:nth-child(2)').allInnerTexts()).map(Number)
  const views = () => page.getByRole('button', { name: '视图', exact: true })
  await page.goto(`${journey.address}/desk/people?sex=female&min=70`)
  await page.getByRole('columnheader', { name: '年龄' }).click()
  await eventually(async () => isRising(await ages())).toBe(true)
  const wanted = await table()

  await views().click()
  await page.getByLabel('起个名').fill('七十岁以上女')
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.goto(`${journey.address}/desk/people`)
  await eventually(table).not.toBe(wanted)
  await views().click()
  await page.getByRole('button', { name: '七十岁以上女', exact: true }).click()

  await eventually(table).toBe(wanted)
  // It is on its way out: pressed again before it has gone it would only stay away.
  await page.locator('.view-set').waitFor({ state: 'hidden' })
  expect(new URL(page.url()).search).toBe('?sex=female&min=70')
  await views().click()
  await page.getByRole('button', { name: '删除视图“七十岁以上女”' }).click()
  await eventually(() => page.getByRole('button', { name: '七十岁以上女', exact: true }).count()).toBe(0)
})
