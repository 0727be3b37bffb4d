import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, main } from './desk-hands.ts'
import { look } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(6_000)
})

afterAll(() => journey.close())

/** Of the cohort that waits for its round: this half-year’s, as the demo has it. */
const SEASON = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(5) < '07-01' ? '春季' : '秋季'

test('a county follows a cohort from its list to the score of one person', async () => {
  const page = await journey.enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/placement`)
  await eventually(() => main(page)).toContain('军士')
  await look(page, 'cohorts')

  // The season before has a cohort of its own, in a two-way selection.
  await page.getByRole('link', { name: new RegExp(`${SEASON} · 军士$`) }).click()
  await eventually(() => main(page)).toContain('服役时间长的在前')
  await look(page, 'cohort')
  expect(await page.locator('table:not(.funnel) tbody tr').count()).toBe(20)
  expect(await page.locator('.funnel tbody tr').first().innerText()).toMatch(/已列入\s+20\s+100\.0/)

  await page.locator('table:not(.funnel) tbody tr a').first().click()
  await eventually(() => main(page)).toContain('第二十五条')
  await look(page, 'candidate')

  await page.goto(`${journey.address}/desk/placement/posts`)
  await eventually(() => main(page)).toContain('渝北区示范水利管理站')
  await look(page, 'posts')

  await page.goto(`${journey.address}/desk/placement/schemes`)
  await eventually(() => main(page)).toContain('未核实')
  await look(page, 'schemes')
}, 240_000)

test('a county opens a cohort by the keyboard, and a second time is told that there is one', async () => {
  const page = await journey.enter('jiang.wenbo', PHONE)
  await page.goto(`${journey.address}/desk/placement`)
  await eventually(() => main(page)).toContain('军士')
  await look(page, 'cohorts-phone')

  await page.getByRole('button', { name: '开设批次' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('年度').fill('2031')
  await page.keyboard.press('Control+Enter')
  await eventually(() => main(page)).toContain('还没有列入人员')
  await look(page, 'cohort-empty-phone')

  await page.goto(`${journey.address}/desk/placement`)
  await page.getByRole('button', { name: '开设批次' }).click()
  await page.getByLabel('年度').fill('2031')
  await page.keyboard.press('Control+Enter')
  await eventually(() => page.getByRole('alert').innerText()).toContain('已经开设过了')
}, 240_000)

test('a person looks at the own score on a phone, objects to one line and is told that it waits', async () => {
  const page = await journey.enter(undefined, PHONE)
  await page.goto(`${journey.address}/me`)
  await page.getByRole('button', { name: /罗/ }).click()
  await eventually(() => main(page)).toContain('请逐项核对')
  await look(page, 'me-home-placement-phone')
  await page.getByRole('link', { name: '去核对' }).click()
  await eventually(() => main(page)).toContain('平时二等功')
  await look(page, 'me-placement-phone')

  await page.getByRole('button', { name: /这一项不对：平时二等功/ }).click()
  await page.getByLabel(/哪里不对/).fill('应为两次二等功')
  await page.getByRole('button', { name: '提出异议' }).click()
  await eventually(() => main(page)).toContain('等待裁定')
  await look(page, 'me-objected-phone')
}, 240_000)
