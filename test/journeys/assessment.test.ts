import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { picture } from './look.ts'
import { type Offices, openOffices } from './offices.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'

const ROWS = '.assess-table tbody tr:not(.assess-band)'
const STREET = '500112017000'

let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney()
  offices = openOffices(journey)
})

afterAll(() => journey.close())

async function open(login: string): Promise<Page> {
  const page = await offices.window(login)
  await page.goto(`${journey.address}/desk/assessment`)
  await page.getByRole('heading', { name: /年度考核/ }).waitFor()
  await page.locator('.assess-columns').waitFor()
  // Until the names of the indicators have come the page shows their codes.
  await page.locator('main', { hasText: '机构覆盖率' }).waitFor()
  return page
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).first().click()
const state = (page: Page) => page.locator('.assess-columns > .panel').first().innerText()
const isNarrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)

describe('a year of the streets of a county', () => {
  test('is drawn up by an officer, and each point opens the records that earned it', async () => {
    const page = await open('jiang.wenbo')
    await press(page, '算出本年考核')
    await expect.poll(() => state(page)).toContain('已算出，待公布')
    await picture(page, 'assessment-drawn')

    const row = page.locator(ROWS).first()
    expect(await page.locator('.assess-table').innerText()).toMatch(/服务对象.+人.*（\d+ 个）/)
    await row.locator('button').nth(2).click()
    const drawer = page.getByRole('dialog')
    await expect.poll(() => drawer.innerText()).toContain('分子 / 分母')
    await picture(page, 'assessment-point')
    expect(await seriousFindings(page)).toEqual([])
    expect(await drawer.getByRole('link', { name: '查看对应的记录' }).getAttribute('href')).toContain(
      '/desk/network/rows?code=visitedShare',
    )
    await page.keyboard.press('Escape')
  })

  test('takes points for records, and says how many and how much each', async () => {
    const page = await open('jiang.wenbo')
    expect(await page.locator('.assess-table thead').innerText()).toMatch(/（加分）[\s\S]*（扣分）/)
    await page.locator(ROWS).first().locator('button').last().click()

    const drawer = page.getByRole('dialog')
    await expect.poll(() => drawer.innerText()).toContain('扣分')
    expect(await drawer.innerText()).toContain('每条 0.2 分，合计不超过 5 分')
    expect(await drawer.getByRole('link', { name: '查看对应的记录' }).getAttribute('href')).toContain('code=mattersEscalated')
    await picture(page, 'assessment-deduction')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('stands beside what would be with other weights, and comes back as it was', async () => {
    const page = await open('jiang.wenbo')
    const table = page.locator('.assess-table')
    const before = await table.innerText()
    await press(page, '试改权重')
    await page.getByLabel('档案完整率').fill('90')
    const cells = page.locator(ROWS).first().locator('td')
    await expect.poll(async () => (await cells.nth(2).innerText()).slice(0, 5)).toMatch(/^\d/)
    expect((await cells.nth(2).innerText()).startsWith(await cells.nth(1).innerText())).toBe(false)
    await picture(page, 'assessment-what-if')

    expect(await seriousFindings(page)).toEqual([])
    await press(page, '结束试算')
    await expect.poll(() => table.innerText()).toBe(before)
  })

  test('is published by another hand; the street sees its own points and objects', async () => {
    const approver = await open('xiao.limin')
    await press(approver, '公布')
    await expect.poll(() => state(approver)).toContain('已公布，可提异议')

    const head = await open('peng.xuemei')
    await expect.poll(() => head.locator('main').innerText()).toContain('上级给本地的考核')
    await press(head, '提出异议')
    await head.getByLabel('哪里不对').fill('十二月的走访没有算进去')
    await press(head, '提交异议')
    await expect.poll(() => head.locator('main').innerText()).toContain('待答复')
    await picture(head, 'assessment-objection')
    expect(await seriousFindings(head)).toEqual([])
  })

  test('is answered, and made final once the days are over', async () => {
    const officer = await open('jiang.wenbo')
    await officer.getByLabel('答复').fill('核对过，十二月的走访已计入')
    await press(officer, '不成立')
    await expect.poll(() => officer.locator('main').innerText()).toContain('核对过')
    // A week that nobody can wait for.
    await journey.ownerPool.query(`update indicators.assessments set objections_to = '2020-01-01'`)

    const approver = await open('xiao.limin')
    await press(approver, '定案')
    await expect.poll(() => state(approver)).toContain('已定案')
    await approver.setViewportSize(DESK)
    await picture(approver, 'assessment-locked')
  })

  test('reads on a telephone', async () => {
    const page = await offices.window('peng.xuemei')
    await page.setViewportSize(PHONE)
    await open('peng.xuemei')
    await picture(page, 'assessment-phone')

    expect(await isNarrow(page)).toBe(true)
    expect(await page.locator('main').innerText()).toContain('连续第一梯次')
    expect(await page.locator(`a[href*="${STREET}"]`).count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  })
})
