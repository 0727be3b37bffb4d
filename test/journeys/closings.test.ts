import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { picture } from './look.ts'
import { type Offices, openOffices } from './offices.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'

const [VILLAGE, STREET, COUNTY] = ['500112017005', '500112017000', '500112000000'] as const

let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney()
  offices = openOffices(journey)
})

afterAll(() => journey.close())

/** The month before this one, of the own place. */
async function open(login: string): Promise<Page> {
  const page = await offices.window(login)
  await page.goto(`${journey.address}/desk/closings`)
  await page.getByRole('heading', { name: /月度核定/ }).waitFor()
  return page
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).first().click()
const state = (page: Page) => page.locator('.closing-columns > .panel .side').innerText()
const lineOf = (page: Page, place: string) => page.locator('.closing-below > li', { has: page.locator(`a[href*="${place}"]`) })

async function confirm(login: string, why?: string): Promise<Page> {
  const page = await open(login)
  await press(page, '核定本月')
  if (why !== undefined) {
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('下级还没有齐')
    await page.getByLabel('下级未齐而先核定的原因').fill(why)
    await picture(page, `closing-missing-${login}`)
    await page.locator('main').getByRole('button', { name: '说明原因' }).click()
  }
  await expect.poll(() => state(page)).toContain('已核定')
  return page
}

async function accept(login: string, place: string): Promise<void> {
  const line = lineOf(await open(login), place)
  await line.getByRole('button', { name: '接收', exact: true }).click()
  await expect.poll(() => line.innerText()).toContain('上级已接收')
}

describe('a month goes up from the village to the province', () => {
  test('the station confirms, the street returns it with a reason, and the station sees why', async () => {
    await confirm('chen.xiaoqin')

    const street = await open('peng.xuemei')
    const line = lineOf(street, VILLAGE)
    await line.getByRole('button', { name: '退回', exact: true }).click()
    await line.getByLabel('退回原因').fill('十二日的走访没有登记')
    const isReturn = /\/api\/do\/closing\.return$/
    await street.route(isReturn, (route) => route.fulfill({ status: 500, json: { problem: { code: 'fault', incident: 'a1b2c3' } } }))
    await line.getByRole('button', { name: '退回并说明' }).click()
    // Another try is one of what was asked for: not of the button beside it.
    await line.getByRole('button', { name: '重试' }).waitFor()
    await street.unroute(isReturn)
    await line.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => line.innerText()).toContain('已退回')

    const station = await open('chen.xiaoqin')
    await expect.poll(() => station.locator('main').innerText()).toContain('退回原因：十二日的走访没有登记')
  })

  test('it is confirmed again and accepted, and the street goes on without the others, saying why', async () => {
    await confirm('chen.xiaoqin')
    await accept('peng.xuemei', VILLAGE)

    const street = await confirm('peng.xuemei', '其余社区专干集中培训，下周补报')

    await expect.poll(() => street.locator('main').innerText()).toContain('其余社区专干集中培训')
    await picture(street, 'closing-street')
    expect(await seriousFindings(street)).toEqual([])
  })

  test('county and province take it up, and the province locks it', async () => {
    await accept('jiang.wenbo', STREET)
    await confirm('jiang.wenbo', '其余街道本周内补报')
    await accept('huang.ying', COUNTY)
    await confirm('huang.ying', '其余区县本周内补报')

    const province = await open('tang.guohua')
    await press(province, '锁定全省本月')

    await expect.poll(() => state(province)).toContain('已锁定')
    await picture(province, 'closing-province')
    const station = await open('chen.xiaoqin')
    await expect.poll(() => state(station)).toContain('已锁定')
    expect(await seriousFindings(station)).toEqual([])
  })

  test('it reads on a telephone, and by the keyboard alone', async () => {
    const page = await offices.window('peng.xuemei')
    await page.setViewportSize(PHONE)
    await open('peng.xuemei')

    await picture(page, 'closing-phone')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)).toBe(true)
    await page.locator('main').getByRole('button', { name: '上一月' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('month=')
    expect(await seriousFindings(page)).toEqual([])
  })
})

test('anybody reads the public figures, on a telephone too, and no small number among them', async () => {
  const page = await journey.enter(undefined, PHONE)
  await page.goto(`${journey.address}/open/figures?place=500000000000`)
  await page.locator('.open-table').first().waitFor()
  await picture(page, 'open-figures-phone')

  const numbers = (await page.locator('.open-table td').allInnerTexts()).map((text) => text.replaceAll(',', ''))
  expect(numbers.filter((text) => ['1', '2', '3', '4'].includes(text))).toEqual([])
  expect(numbers.some((text) => text.includes('＊'))).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await page.setViewportSize(DESK)
  await picture(page, 'open-figures')
})
