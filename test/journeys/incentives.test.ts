import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, eventually, main, save } from './desk-hands.ts'
import { look } from './look.ts'
import { movingClock } from './moving-clock.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const [STATION, OFFICER, APPROVER] = ['chen.xiaoqin', 'jiang.wenbo', 'xiao.limin'] as const

let journey: Journey
let offices: Offices

beforeAll(async () => {
  journey = await openJourney(600, movingClock('2026-05-11T01:30:00Z'))
  offices = openOffices(journey)
})
afterAll(() => journey.close())

async function at(login: string): Promise<Page> {
  const page = await offices.window(login)
  await page.goto(`${journey.address}/desk/incentives`)
  return page
}

test('a subsidy is taken in by a confirmed rate, checked and approved by others, and a tax is estimated', async () => {
  const officer = await at(OFFICER)
  await eventually(() => main(officer)).toContain('本地还没有补贴标准')
  await button(officer, '录入标准').click()
  for (const [label, typed] of [
    ['名称', '吸纳就业补贴'],
    ['金额（元）', '10000'],
    ['执行起', '2026-01-01'],
    ['文件名称和文号', '渝北退役军人发〔2026〕3号'],
  ] as const)
    await officer.getByRole('dialog').getByLabel(label, { exact: true }).fill(typed)
  await look(officer, 'incentive-rate')
  await save(officer, '保存')
  await eventually(() => main(officer)).toContain('待复核')

  const approver = await at(APPROVER)
  await button(approver, '复核生效').click()
  await eventually(() => main(approver)).not.toContain('待复核')

  const { rows } = await journey.ownerPool.query<{ id: string }>(
    "select id from registry.people where unit_code = '500112017005' and status = 'active' order by id limit 1",
  )
  const { nameMasked } = await offices.ask<{ nameMasked: string }>(STATION, 'see/person.get', { personId: rows[0]?.id })
  const station = await at(STATION)
  await button(station, '受理申请').click()
  await station.getByRole('dialog').getByLabel('找人').fill(nameMasked.slice(0, 1))
  await station.getByRole('dialog').getByLabel('退役军人').locator('option').nth(1).waitFor({ state: 'attached' })
  await station.getByRole('dialog').getByLabel('退役军人').selectOption({ index: 1 })
  await station.getByLabel('单位名称').fill('渝北某某机械有限公司')
  await station.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
  await station.getByLabel('收款账号').fill('9900000000000000001')
  await station.getByLabel('开户行').fill('重庆农村商业银行渝北支行')
  await station.getByLabel('合同（租约）开始日').fill('2026-03-02')
  await look(station, 'incentive-draft')
  await save(station, '保存')
  await button(station, '提交').click()
  await eventually(() => main(station)).toContain('待审核')

  await officer.reload()
  await button(officer, '审核通过').click()
  await eventually(() => main(officer)).toContain('待批准')
  await approver.reload()
  await button(approver, '批准').click()
  await eventually(() => main(approver)).toContain('待付款')
  await officer.reload()
  await eventually(() => main(officer)).toContain('汇总付款（1 件，10,000.00 元）')
  await look(officer, 'incentives')

  await officer.goto(`${journey.address}/desk/incentives/estimate`)
  await officer.getByLabel('年度').fill('2024')
  await officer.getByLabel('增值税').fill('18000')
  await officer.getByLabel('个人所得税（企业为企业所得税）').fill('9000')
  await eventually(() => main(officer)).toContain('限额 24,000.00 元（上浮 20%），可扣 24,000.00 元')
  await look(officer, 'incentive-estimate')

  const phone = await journey.enter(OFFICER, PHONE)
  await phone.goto(`${journey.address}/desk/incentives`)
  await eventually(() => main(phone)).toContain('渝北某某机械有限公司')
  await look(phone, 'incentives-390')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
