import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, PlainDate } from '../../src/kernel/plain-date.ts'
import { todayInChina } from '../../src/ui/outbox/right-now.ts'
import { seriousFindings } from './axe.ts'
import { countsOf, openOffline, photo, takeVillage, unlock } from './field-worker.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const TOMORROW = addDays(PlainDate.parse(todayInChina()), 1)
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

interface Recorded {
  readonly values: Record<string, string>
  readonly evidence: readonly { readonly id: string }[]
}

const recordsOf = async (): Promise<Recorded[]> => {
  const answer = await page.context().request.post(`${journey.address}/api/see/work.list`, { data: { kind: 'jobFair' } })
  return ((await answer.json()) as { value: { rows: Recorded[] } }).value.rows
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
  await expect.poll(() => form.innerText()).toContain('照片存在本机，联网后先于记录送出')
  const files = form.locator('input[type=file]')
  await files.setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') })
  await expect.poll(() => form.innerText()).toContain('没有网络时只能加照片')
  await files.setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await expect.poll(() => form.innerText()).toContain('照片 1')
  await form.getByLabel('日期').fill(TOMORROW)
  await look('field-work-form')
  await form.getByRole('button', { name: /^登记/ }).click()

  await form.waitFor({ state: 'detached' })
  await expect.poll(() => countsOf(page)).toMatchObject({ saved: 1, sealed: 1 })
  expect(await page.locator('.field-items').innerText()).toMatch(/台账\s*招聘活动 · 照片 1 张/)
  await look('field-work-kept')
  expect(await recordsOf()).toEqual([])
})

test('with a network again a day that has not come is refused, and the record waits for a hand', async () => {
  await page.context().setOffline(false)
  await page.reload()
  await unlock(page)

  await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 0, needsHand: 1 })
  expect(await recordsOf()).toEqual([])
})

test('changed, it is sent in the place of the first with its photo, once', async () => {
  await page.getByRole('button', { name: '改了另送' }).click()
  const form = page.getByRole('dialog')
  await expect.poll(() => form.getByLabel('提供岗位').inputValue()).toBe('45')
  expect(await form.innerText()).toContain('照片 1')
  await form.getByLabel('日期').fill(todayInChina())
  await look('field-work-amended')
  await form.getByRole('button', { name: /^登记/ }).click()

  await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 1, needsHand: 0 })
  const [record, ...others] = await recordsOf()
  expect([record?.values, others]).toEqual([expect.objectContaining({ jobs: '45', form: 'spring' }), []])
  const [picture] = record?.evidence ?? []
  const shown = await page.context().request.get(`${journey.address}/api/papers/${picture?.id}`)
  expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/jpeg'])
})
