import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lapseMatters } from '../../src/modules/casework/index.ts'
import { button, eventually, main, save } from './desk-hands.ts'
import { look } from './look.ts'
import { movingClock } from './moving-clock.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const [STATION, TOWNSHIP, OFFICER, APPROVER, CASHIER] = ['chen.xiaoqin', 'peng.xuemei', 'jiang.wenbo', 'xiao.limin', 'tao.jin'] as const
const clock = movingClock('2026-05-11T01:30:00Z')
let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney(1_200, clock)
  offices = openOffices(journey)
})
afterAll(() => journey.close())

/** An account in front of a page. */
async function at(login: string, path: string): Promise<Page> {
  const page = await offices.window(login)
  await page.goto(`${journey.address}${path}`)
  return page
}

let taken = 0

/** Somebody at 凤鸣路 who asks for help. */
async function asked(hardshipCause: string): Promise<string> {
  const { rows } = await journey.ownerPool.query<{ id: string }>(
    `select id from registry.people where unit_code = '500112017005' and status = 'active' order by id offset ${taken} limit 1`,
  )
  taken += 1
  const answers = { hardshipCause, story: '家中失火，房屋受损', phone: '10012345678', isUrgent: true }
  const about = { typeCode: 'hardshipAid', unitCode: '500112017005', personId: rows[0]?.id, answers, channel: 'window' }
  return (await offices.ask<{ id: string }>(STATION, 'do/matter.open', about)).id
}

async function openFund(name: string, kind: string, isPublic: boolean): Promise<Page> {
  const page = await at(OFFICER, '/desk/funds')
  await button(page, '新设基金').click()
  await page.getByRole('dialog').getByLabel('基金', { exact: true }).fill(name)
  await page.getByLabel('类别').selectOption(kind)
  await page.getByLabel('宗旨、用途').fill('帮扶困难退役军人和家属')
  if (isPublic) {
    await page.getByLabel('是否公开募捐').selectOption('yes')
    await page.getByLabel('公开募捐许可').fill('渝民募〔2026〕12号')
    await page.getByLabel('募捐开始').fill('2026-04-01')
    await look(page, `${kind}-open-fund`)
  }
  await save(page, '新设')
  await page.getByRole('link', { name }).click()
  await eventually(() => main(page)).toContain('还没有捐赠')
  return page
}

async function give(page: Page, name: string, yuan: string): Promise<void> {
  await button(page, '登记捐赠').click()
  await page.getByLabel('捐赠人姓名或单位').fill(name)
  await page.getByLabel('金额（元）').fill(yuan)
  await page.getByLabel('收到日').fill('2026-05-09')
  await look(page, 'gift')
  await save(page, '登记，交人核实')
  await eventually(() => main(page)).toContain('待核实')
  const approver = await at(APPROVER, new URL(page.url()).pathname)
  await button(approver, '核实到账').click()
  await eventually(() => main(approver)).toContain('已核实')
}

/** Approved by one, paid by another. */
async function approveAndPay(): Promise<void> {
  const approver = await at(APPROVER, '/desk/funds')
  await button(approver, '批准').click()
  await eventually(() => main(approver)).toContain('待付款')
  const cashier = await at(CASHIER, '/desk/funds')
  await button(cashier, '登记付款').click()
  await cashier.getByLabel('银行回单号').fill('工行 20260521-008')
  await look(cashier, 'pay')
  await button(cashier, '确定').click()
  await eventually(() => main(cashier)).toContain('已付款')
  // Who sees no files is told no name.
  expect(await main(cashier)).not.toMatch(/[\u4e00-\u9fff]\*/)
}

async function readReceipt(page: Page): Promise<{ number: string; code: string }> {
  await page.getByRole('link', { name: /^500112-/ }).click()
  await page.locator('.assist-receipt').waitFor()
  await look(page, 'receipt')
  const [number = '', code = ''] = await page.locator('.assist-receipt .code').allInnerTexts()
  return { number, code }
}

test('a donation is followed to a published outcome', async () => {
  const officer = await openFund('渝北退役军人关爱基金', 'care', true)
  await give(officer, '陈大爱', '3,000')
  await officer.reload()
  const { number, code } = await readReceipt(officer)

  const matterId = await asked('accident')
  await offices.step(TOWNSHIP, matterId, { step: 'review' })
  await offices.step(APPROVER, matterId, { step: 'approve', answers: { form: ['cash'], amount: '200000' } })
  clock.pass(10)
  await offices.close()
  await lapseMatters({ ...journey.ground, clock })

  const page = await at(OFFICER, '/desk/funds')
  await button(page, '提出拨付').click()
  await page.getByLabel('家庭人数').fill('2')
  await page.getByLabel('工资、经营等月收入合计（元）').fill('2600')
  await page.getByLabel('抚恤金、补助金（元，不计入收入）').fill('5000')
  await page.getByLabel('当地困难标准（元/人/月）').fill('1200')
  await page.getByLabel('标准出处（文号）').fill('渝民发〔2025〕8号')
  await page.getByRole('dialog').getByRole('button', { name: '提出，交人审批' }).click()
  await eventually(() => page.getByRole('alert').innerText()).toContain('人均月收入 1,300.00 元，高于当地标准 1,200.00 元')
  await look(page, 'means-refused')
  await page.getByLabel('工资、经营等月收入合计（元）').fill('2400')
  await save(page, '提出，交人审批')
  await approveAndPay()

  await page.reload()
  await button(page, '登记回访').click()
  await page.getByLabel('回访结果（公开，不写人名）').selectOption('housed')
  await button(page, '确定').click()
  await eventually(() => main(page)).toContain('住房已修缮')
  await look(page, 'funds')

  clock.pass(45)
  await offices.close()
  const approver = await at(APPROVER, '/desk/funds')
  await approver.getByRole('link', { name: '渝北退役军人关爱基金' }).click()
  await button(approver, '公示').click()
  await eventually(() => main(approver)).toContain('已公示')
  await look(approver, 'fund')

  const anybody = await journey.enter(undefined)
  await anybody.goto(`${journey.address}/open/funds`)
  await eventually(() => main(anybody)).toContain('季度公示：2026-04-01 至 2026-06-30')
  expect(await main(anybody)).toContain('住房已修缮')
  await anybody.getByLabel('收据号').fill(number)
  await anybody.getByLabel('查询码').fill('ABCDEFGHJK')
  await anybody.getByRole('button', { name: '查询' }).click()
  await eventually(() => anybody.getByRole('alert').innerText()).toContain('对不上')
  await anybody.getByLabel('查询码').fill(code)
  await anybody.getByRole('button', { name: '查询' }).click()
  await eventually(() => main(anybody)).toContain('2,000.00 元：灾害、事故、大病，2026-05-21 付款，住房已修缮')
  expect(await main(anybody)).toContain('1,000.00 元：还没有动用')
  expect(await main(anybody)).not.toContain('陈')
  await look(anybody, 'open-funds')
  const phone = await journey.enter(undefined, PHONE)
  await phone.goto(`${journey.address}/open/funds`)
  await eventually(() => main(phone)).toContain('季度公示')
  await look(phone, 'open-funds-390')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('an emergency is helped in one sitting, and its papers are asked for afterwards', async () => {
  const officer = await openFund('渝北应急救助资金', 'emergency', false)
  await give(officer, '重庆某某机械有限公司', '10000')
  const matterId = await asked('accident')
  await offices.press(APPROVER, matterId, '先行救急', async (page) => {
    await page.getByRole('dialog').getByRole('textbox').first().fill('房屋失火，先行救急')
  })

  const page = await at(OFFICER, '/desk/funds')
  await eventually(() => main(page)).toContain('先行救急，')
  await button(page, '提出拨付').click()
  await page.getByRole('dialog').getByLabel('基金').selectOption({ label: '渝北应急救助资金' })
  await page.getByLabel('金额（元）').fill('5000')
  await look(page, 'emergency-propose')
  await save(page, '提出，交人审批')
  await approveAndPay()

  await page.reload()
  await eventually(() => main(page)).toMatch(/材料 2026-\d\d-\d\d 前补齐/)
  clock.pass(30)
  await offices.close()
  const later = await at(OFFICER, '/desk/funds')
  await eventually(() => main(later)).toContain('1 件救急材料逾期未补')
  await look(later, 'late-papers')
  await offices.step(TOWNSHIP, matterId, { step: 'papersAfter' })
  await later.reload()
  await eventually(() => main(later)).toContain('已付款')
  expect(await main(later)).not.toContain('逾期未补')

  const phone = await journey.enter(OFFICER, PHONE)
  await phone.goto(`${journey.address}/desk/funds`)
  await eventually(() => main(phone)).toContain('渝北应急救助资金')
  await look(phone, 'funds-390')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
