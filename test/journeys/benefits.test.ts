import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, main } from './desk-hands.ts'
import { look } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(6_000)
})

afterAll(() => journey.close())

/** A sheet of the disability pension as it is pasted: a line a grade and cause. */
function sheet(of: (grade: number, cause: number) => number | undefined): string {
  const lines = '一二三四五六七八九十'.split('').flatMap((name, at) =>
    ['因战', '因公', '因病'].flatMap((cause, which) => {
      const yuan = of(at + 1, which)
      return yuan === undefined ? [] : [`${name}级\t${cause}\t${yuan}`]
    }),
  )
  return ['残疾等级\t残疾性质\t标准', ...lines].join('\n')
}

async function fillHead(page: Page, version: string): Promise<void> {
  await page.getByLabel('名称').fill('残疾抚恤金标准')
  await page.getByLabel('发文机关').fill('区退役军人事务局、财政局')
  await page.getByLabel('文号或来源文件').fill('渝北退役军人〔2026〕12号')
  await page.getByLabel('版本号').fill(version)
  await page.getByLabel('起始日').fill('2026-08-01')
}

test('a false table is refused with each rule it breaks; a true one is approved by somebody who sees what it costs', async () => {
  const page = await journey.enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/benefits`)
  await eventually(() => main(page)).toContain('残疾军人残疾抚恤金国家标准（2024 年）')
  await look(page, 'rates')

  await page.getByRole('button', { name: '录入新标准' }).click()
  await fillHead(page, 'yb-false-2025')
  await page.getByLabel('金额（元）').fill(sheet((grade, cause) => 130_000 - grade * 9_000 + cause * 500))
  await look(page, 'rates-enter')
  await page.getByRole('button', { name: '录入，交人批准' }).click()
  await eventually(() => page.getByRole('alert').innerText()).toContain('因病列了七级、八级、九级、十级')
  const alert = await page.getByRole('alert').innerText()
  expect(alert).toContain('因病高于因战（一级、二级、三级、四级、五级、六级、七级、八级、九级、十级），应是因战 ≥ 因公 ≥ 因病')
  await page.getByRole('alert').scrollIntoViewIfNeeded()
  await look(page, 'rates-refused')

  await page
    .getByLabel('金额（元）')
    .fill(sheet((grade, cause) => (cause === 2 && grade > 6 ? undefined : 150_000 - grade * 10_000 - cause * 4_000)))
  await page.getByLabel('版本号').fill('yb-2026-08')
  await page.getByRole('button', { name: '录入，交人批准' }).click()
  await eventually(() => main(page)).toContain('批准后本地一年增支')
  await look(page, 'rates-waiting')
  await page.getByText('涉及哪些人、补发多少').click()
  await eventually(() => main(page)).toContain('到上月应补发')
  await page.getByText('到上月应补发').scrollIntoViewIfNeeded()
  await look(page, 'rates-people')
  // Whoever entered it has no button to approve it.
  expect(await page.getByRole('button', { name: '批准生效' }).count()).toBe(0)

  const approver = await journey.enter('xiao.limin')
  await approver.goto(`${journey.address}/desk/benefits`)
  await approver.getByRole('button', { name: '批准生效' }).click()
  await eventually(() => main(approver)).not.toContain('待批准')
  expect(await main(approver)).toContain('已生效')
})

/** Somebody of the county whose disability is paid. */
const disabled = () =>
  journey.ownerPool.query<{
    person_id: string
  }>(`select i.person_id from registry.entitled_identities i join registry.people p on p.bureau_code = i.bureau_code and p.id = i.person_id
      where i.class_code = 'DIS' and i.status = 'confirmed' and i.to_on is null and p.status = 'active' and i.unit_code like '500112%'
        and not (i.cause = 'illness' and i.grade > 6) limit 1`)

test('the file of a disabled soldier says what is due each month and why, and what if', async () => {
  const { rows } = await disabled()
  const page = await journey.enter('tang.guohua')
  await page.goto(`${journey.address}/desk/people/${rows[0]?.person_id}`)
  await page.getByRole('tab', { name: '待遇测算' }).click()
  await eventually(() => main(page)).toContain('12 个月共')
  expect(await main(page)).toContain('《军人抚恤优待条例》第二十五、二十七条')
  await look(page, 'due')

  await page.getByLabel('假如').selectOption('suspended')
  await page.getByLabel('日期', { exact: true }).fill(`${new Date().getFullYear()}-02-10`)
  await eventually(() => main(page)).toContain('服刑，不发')
  await look(page, 'due-suspended')
})

test('both are whole on a phone', async () => {
  const page = await journey.enter('qiu.zhen', PHONE)
  const { rows } = await disabled()
  await page.goto(`${journey.address}/desk/benefits`)
  await eventually(() => main(page)).toContain('国家标准')
  await look(page, 'rates-390')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await page.goto(`${journey.address}/desk/people/${rows[0]?.person_id}`)
  await page.getByRole('tab', { name: '待遇测算' }).click()
  await eventually(() => main(page)).toContain('12 个月共')
  await page.getByText('12 个月共').scrollIntoViewIfNeeded()
  await look(page, 'due-390')
})
