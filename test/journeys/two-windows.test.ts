import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, openJourney } from './open-journey.ts'

const STATION = '500112017005'
const SENTENCE = '问安葬补助去哪里办'
const LATER = 120_000

let journey: Journey
let personId = ''

beforeAll(async () => {
  journey = await openJourney(600)
  const page = await journey.enter('chen.xiaoqin')
  const headers = { 'content-type': 'application/json' }
  const asked = { headers, data: { place: STATION, limit: 1 } }
  const answer = await page.context().request.post(`${journey.address}/api/see/person.list`, asked)
  personId = ((await answer.json()) as { value: { rows: { id: string }[] } }).value.rows[0]?.id ?? ''
})

afterAll(() => journey.close())

/** A window in which a question for advice stands half typed. */
async function typeHalf(): Promise<Page> {
  const page = await journey.enter('chen.xiaoqin')
  await page.goto(`${journey.address}/desk/hall?person=${personId}`)
  await page.locator('li', { hasText: '政策咨询' }).getByRole('button', { name: '办这件' }).last().click()
  await page.getByRole('dialog').getByLabel('想问什么').fill(SENTENCE)
  return page
}

/** As when somebody comes back to the window after a while. */
const comeBack = (page: Page) =>
  page.evaluate((later) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + later
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, LATER)

const askedAgain = (page: Page) => page.getByRole('heading', { name: '请再登录一次' })
const typed = (page: Page) => page.getByLabel('想问什么').inputValue()

test('whoever comes back after the session has ended finds what they typed, and signs in above it', async () => {
  const page = await typeHalf()
  const headers = { 'content-type': 'application/json' }
  await page.context().request.delete(`${journey.address}/api/session`, { headers, data: {} })

  await comeBack(page)

  await askedAgain(page).waitFor()
  expect(await typed(page)).toBe(SENTENCE)
  expect(await page.locator('.sign-in-dialog').getByLabel('账号').inputValue()).toBe('chen.xiaoqin')
})

test('what one types in a window goes out under no other name that has signed in in another', async () => {
  const page = await typeHalf()
  await page.context().clearCookies()
  await journey.signIn(page, 'peng.xuemei')

  await page.keyboard.press('Control+Enter')

  await askedAgain(page).waitFor()
  expect(await typed(page)).toBe(SENTENCE)
  expect(await page.getByRole('link', { name: '看这件事项' }).count()).toBe(0)
})
