import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'
import { settle } from './settle.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

/** Somewhere to look at the pages, where a directory is named. */
async function photograph(page: Page, name: string): Promise<void> {
  const directory = process.env['GUIDUI_PICTURES']
  if (directory) await page.screenshot({ path: `${directory}/${name}.png`, fullPage: true })
}

const findingsOf = async (page: Page): Promise<unknown[]> => [...(await seriousFindings(page))]

describe('money of a county', () => {
  test('is moved by an approver who reads what is asked, and the fund has it', async () => {
    const page = await journey.enter('xiao.limin')
    await page.goto(`${journey.address}/desk/ledger`)
    await page.getByRole('heading', { name: '等待复核' }).waitFor()
    const emergency = page.getByRole('row').filter({ has: page.getByRole('link', { name: '应急救助资金' }) })
    await photograph(page, 'ledger-1366')
    expect(await emergency.textContent()).toContain('600,000.00')
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('button', { name: '批准' }).click()

    await expect.poll(() => emergency.textContent(), { timeout: 20_000 }).toContain('650,000.00')
    expect(await page.getByRole('heading', { name: '等待复核' }).count()).toBe(0)
    await page.getByRole('link', { name: '应急救助资金' }).click()
    await page.getByText('汛期应急，从关爱基金调剂').waitFor()
    await photograph(page, 'ledger-entries-1366')
    expect(await page.getByRole('row').filter({ hasText: '调剂' }).first().textContent()).toContain('肖立民')
  })

  test('is asked for by an officer, and one fen too much is refused in words when it is checked', async () => {
    const page = await journey.enter('jiang.wenbo')
    await page.goto(`${journey.address}/desk/ledger`)
    await page.getByRole('button', { name: '申请资金变动' }).click()
    await page.getByLabel('变动', { exact: true }).selectOption('shift')
    await page.getByLabel('从', { exact: true }).selectOption({ label: '志愿服务资金' })
    await page.getByLabel('到', { exact: true }).selectOption({ label: '困难帮扶资金' })
    await page.getByLabel('金额（元）', { exact: true }).fill('90,000.01')
    await page.getByLabel('摘要', { exact: true }).fill('全部调剂')
    await photograph(page, 'ledger-drawer-1366')
    await page.getByRole('button', { name: '提交复核' }).click()
    await page.getByText('志愿服务资金 → 困难帮扶资金').waitFor()
    expect(await page.getByRole('button', { name: '批准' }).count()).toBe(0)

    const { rows } = await journey.ownerPool.query<{ amount_fen: bigint }>(
      `select amount_fen from ledger.proposals where state = 'waiting' and memo = '全部调剂'`,
    )
    expect(rows.map(({ amount_fen }) => String(amount_fen))).toEqual(['9000001'])
  })

  test('for help is opened in one place only: the books send there, and open budgets and what is below a fund', async () => {
    const page = await journey.enter('jiang.wenbo')
    await page.goto(`${journey.address}/desk/ledger`)
    await page.getByRole('button', { name: '新开资金户' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('户名', { exact: true }).fill('2027 年抚恤预算')
    expect(await drawer.getByText('到“帮扶资金”新设').count()).toBe(0)
    await drawer.getByLabel('类别', { exact: true }).selectOption('care')
    await photograph(page, 'ledger-open-1366')
    expect(await findingsOf(page)).toEqual([])
    await drawer.getByRole('link', { name: '到“帮扶资金”新设' }).click()
    await page.getByRole('button', { name: '新设基金' }).waitFor()
    await page.getByRole('link', { name: '抚恤预算和下级户在“资金”开' }).waitFor()
    await photograph(page, 'funds-link-1366')
  })

  test('waits for the cashier as a batch, on a phone too', async () => {
    const page = await journey.enter('tao.jin', PHONE)
    await page.goto(`${journey.address}/desk/ledger`)
    await page.getByRole('link', { name: '定期抚恤金（演示）' }).waitFor()
    await photograph(page, 'ledger-390')
    expect(await findingsOf(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wide).toBe(false)

    await page.getByRole('link', { name: '定期抚恤金（演示）' }).click()
    await page.getByRole('button', { name: '生成银行文件' }).click()

    await page.getByText('正在生成：0 / 5 笔').waitFor()
    await photograph(page, 'ledger-batch-390')
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '停止生成' }).click()
    await page.getByText('上次生成已停止，没有留下文件').waitFor()
  })

  test('and batches that cannot be read are told once, and one press asks for both again', async () => {
    const page = await journey.enter('xiao.limin')
    const isOfBooks = /\/api\/see\/(fund|batch)\.list$/
    await page.route(isOfBooks, (route) => route.fulfill({ status: 500, json: { problem: { code: 'fault', incident: 'a1b2c3' } } }))
    await page.goto(`${journey.address}/desk/ledger`)
    await page.getByRole('button', { name: '重试' }).first().waitFor()
    await settle(page)
    const told = await page.getByRole('alert').allInnerTexts()
    await photograph(page, 'ledger-unread-1366')

    await page.unroute(isOfBooks)
    await page.getByRole('button', { name: '重试' }).first().click()

    await page.getByRole('link', { name: '应急救助资金' }).waitFor()
    await page.getByRole('link', { name: '定期抚恤金（演示）' }).waitFor()
    expect(told).toHaveLength(1)
  })

  test('that does not agree is an alarm on the page', async () => {
    await journey.ownerPool.query(`update ledger.books set stopped_at = now(), stopped_why = 'I2 ×1' where bureau_code = '500112'`)
    const page = await journey.enter('qiu.zhen')
    await page.goto(`${journey.address}/desk/ledger`)

    await page.getByText('本级支付已停止（I2 ×1').waitFor()

    await photograph(page, 'ledger-stopped-1366')
    expect(await page.getByRole('button', { name: '查清了，恢复支付' }).count()).toBe(0)
  })
})
