import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { countsOf, openOffline, takeVillage, unlock } from './field-worker.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const PICTURES = process.env['GUIDUI_PICTURES']

let journey: Journey
let page: Page

beforeAll(async () => {
  journey = await openJourney(600)
  page = await journey.enter('chen.xiaoqin', PHONE)
  await takeVillage(page, journey.address)
  await page.context().setOffline(true)
})

afterAll(() => journey.close())

const recordsOf = async (): Promise<{ values: Record<string, string> }[]> => {
  const answer = await page.context().request.post(`${journey.address}/api/see/work.list`, { data: { kind: 'jobFair' } })
  return ((await answer.json()) as { value: { rows: { values: Record<string, string> }[] } }).value.rows
}

async function look(name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` })
  expect(await seriousFindings(page)).toEqual([])
}

test('without a network work is recorded by the kinds that were taken along, and kept on the device', async () => {
  await openOffline(page, `${journey.address}/desk/field`)
  await page.getByRole('button', { name: '记台账' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox').fill('zp')
  await expect.poll(() => form.getByRole('listbox').innerText()).toContain('招聘活动')
  await page.keyboard.press('Enter')
  await form.getByLabel('形式').selectOption('spring')
  await form.getByLabel('提供岗位').fill('45')
  await expect.poll(() => form.innerText()).toContain('附件等联网后在这条记录的页面上加')
  await look('field-work-form')
  await form.getByRole('button', { name: /^登记/ }).click()

  await form.waitFor({ state: 'detached' })
  await expect.poll(() => countsOf(page)).toMatchObject({ saved: 1, sealed: 1 })
  expect(await page.locator('.field-items').innerText()).toMatch(/台账\s*招聘活动/)
  await look('field-work-kept')
  expect(await recordsOf()).toEqual([])
})

test('with a network again it arrives, once', async () => {
  await page.context().setOffline(false)
  await page.reload()
  await unlock(page)

  await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 1, needsHand: 0 })
  expect((await recordsOf()).map(({ values }) => values)).toEqual([expect.objectContaining({ jobs: '45', form: 'spring' })])
})
