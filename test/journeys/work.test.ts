import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, main } from './desk-hands.ts'
import { photo } from './field-worker.ts'
import { look } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

/** How many records of a kind a county has had in all its time, by the figures. */
async function figure(page: Page, code: string): Promise<number | undefined> {
  const answer = await page.request.post(`${journey.address}/api/see/figure.read`, {
    data: { codes: [code], place: '500112000000', period: { from: '2020-01-01', to: '2099-12-31' } },
  })
  const { value } = (await answer.json()) as { value: { rows: { value: number }[] } }
  return value.rows[0]?.value
}

test('a station records a job fair by keyboard alone, the county sees its jobs at once, and a mistake is put right', async () => {
  const page = await journey.enter('chen.xiaoqin')
  const officer = await journey.enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/work`)
  await eventually(() => main(page)).toContain('这里还没有登记')
  await look(page, 'work-empty')
  const before = (await figure(officer, 'wJobFairJobs')) ?? 0

  await page.keyboard.press('r')
  await page.keyboard.type('zp')
  await eventually(() => page.getByRole('listbox').innerText()).toContain('招聘活动')
  await look(page, 'work-pick')
  await page.keyboard.press('Enter')
  await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('提供岗位').fill('三百')
  await page.keyboard.press('Control+Enter')
  await eventually(() => page.getByRole('alert').first().innerText()).toContain('请填整数')
  await look(page, 'work-wrong')
  await page.getByLabel('提供岗位').fill('300')
  await page.keyboard.press('Control+Enter')
  await eventually(() => main(page)).toContain('已登记：招聘活动')
  await eventually(() => main(page)).toContain('300 个')
  expect(await main(page)).toContain('春季专场')
  await eventually(() => figure(officer, 'wJobFairJobs')).toBe(before + 300)
  await look(page, 'work-list')

  await page.getByRole('button', { name: '更正' }).first().click()
  await page.getByLabel('为什么更正').fill('少写一个零')
  await page.getByLabel('提供岗位').fill('3000')
  await look(page, 'work-correct')
  await page.keyboard.press('Control+Enter')
  await eventually(() => main(page)).toContain('3000 个')
  expect(await main(page)).toContain('已被更正')
  await eventually(() => figure(officer, 'wJobFairJobs')).toBe(before + 3000)
})

test('a photo goes with a record as it is made, a document is added on its page, and what is neither is refused in words', async () => {
  const page = await journey.enter('chen.xiaoqin')
  await page.goto(`${journey.address}/desk/work`)
  await page.getByRole('button', { name: /^登记一条/ }).click()
  await page.keyboard.type('zcfg')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  await form.getByRole('textbox').first().fill('退役军人保障法')
  const input = form.locator('input[type=file]')
  await input.setInputFiles({ name: '签到表.docx', mimeType: 'application/msword', buffer: Buffer.from('not a paper') })
  await eventually(() => form.getByRole('alert').last().innerText()).toContain('不是照片也不是完整的 PDF')
  await input.setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await eventually(() => form.innerText()).toContain('照片 1')
  await look(page, 'work-evidence-form')
  await page.keyboard.press('Control+Enter')
  await eventually(() => main(page)).toContain('已登记')

  await page.locator('main').getByRole('link', { name: '政策法规学习' }).first().click()
  await eventually(() => main(page)).toContain('照片 1')
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await page.locator('main input[type=file]').setInputFiles({ name: '签到表.pdf', mimeType: 'application/pdf', buffer: pdf })
  await eventually(() => main(page)).toContain('文件 2')
  await look(page, 'work-record')
  const href = await page.getByRole('link', { name: '照片 1' }).getAttribute('href')
  const answer = await page.request.get(`${journey.address}${href ?? ''}`)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg'])

  await page.setViewportSize(PHONE)
  await look(page, 'work-record-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)).toBe(true)
})

test('a county makes a kind of its own; its stations record by it and bring a sheet in, once', async () => {
  const officer = await journey.enter('jiang.wenbo')
  await officer.goto(`${journey.address}/desk/work-kinds`)
  await officer.getByRole('button', { name: '自设种类' }).click()
  await officer.getByLabel('名称').fill('义务植树')
  await officer.getByLabel('栏目，一行一栏').fill('植树* 数字 棵')
  await officer.keyboard.press('Control+Enter')
  await eventually(() => officer.getByRole('alert').first().innerText()).toContain('第 1 行看不懂')
  await officer.getByLabel('栏目，一行一栏').fill('植树* 数字 个\n地点 文字')
  await look(officer, 'work-define')
  await officer.keyboard.press('Control+Enter')
  await eventually(() => main(officer)).toContain('义务植树')
  await look(officer, 'work-kinds')

  const page = await journey.enter('chen.xiaoqin')
  await page.goto(`${journey.address}/desk/work`)
  await page.getByRole('button', { name: '导入' }).click()
  await page.keyboard.type('ywzs')
  await page.keyboard.press('Enter')
  const sheet = '日期\t植树\t地点\n2026-03-12\t40\t铁山坪\n2026-03-13\t四十\t铁山坪\n'
  await page.getByLabel('粘贴表格').fill(sheet)
  await page.getByRole('button', { name: '先看看' }).click()
  await eventually(() => page.getByRole('dialog').innerText()).toContain('第 3 行“植树”：请填整数')
  await look(page, 'work-bring')
  await page.getByRole('button', { name: '导入 1 条' }).click()
  await eventually(() => page.getByRole('dialog').innerText()).toContain('已导入 1 条')
  await eventually(() => figure(officer, 'ownRecords')).toBe(1)
  expect(await figure(officer, 'ownAmounts')).toBe(40)

  await page.getByRole('button', { name: '先看看' }).click()
  await eventually(() => page.getByRole('dialog').innerText()).toContain('1 行以前导入过')
})

test('a sheet from a file: an empty one is told, and after a lost answer the same file is named again', async () => {
  const page = await journey.enter('jiang.wenbo')
  const fileOf = (content: string) => ({ name: '植树.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  const asked: string[] = []
  let isReachable = false
  await page.route('**/api/do/work.bring', async (route) => {
    asked.push(JSON.stringify(route.request().postDataJSON()))
    await (isReachable ? route.continue() : route.abort())
  })
  await page.goto(`${journey.address}/desk/work`)
  await page.getByRole('button', { name: '导入' }).click()
  await page.keyboard.type('ywzs')
  await page.keyboard.press('Enter')

  await page.getByLabel('或选文件').setInputFiles(fileOf(''))
  await page.getByRole('button', { name: '先看看' }).click()
  await eventually(() => page.getByRole('alert').first().innerText()).toContain('文件是空的，没有上传')
  await look(page, 'work-bring-empty')
  await page.getByLabel('或选文件').setInputFiles(fileOf('日期,植树,地点\n2026-03-14,7,铁山坪\n'))
  await page.getByRole('button', { name: '先看看' }).click()
  await eventually(() => page.getByRole('alert').first().innerText()).toContain('连不上服务器')
  isReachable = true
  await page.getByRole('button', { name: '重试' }).click()
  await eventually(() => page.getByRole('button', { name: '导入 1 条' }).count()).toBe(1)

  expect(asked.length).toBeGreaterThan(1)
  expect(new Set(asked).size).toBe(1)
})

test('what names a person stands in their file', async () => {
  const page = await journey.enter('chen.xiaoqin')
  const ask = async <T>(path: string, data: object): Promise<T> => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const answer = await page.request.post(`${journey.address}/api/${path}`, { data, headers })
    if (!answer.ok()) throw new Error(await answer.text())
    return ((await answer.json()) as { value: T }).value
  }
  const { rows } = await ask<{ rows: { id: string; unitCode: string }[] }>('see/person.list', { place: '500112017005', limit: 1 })
  const [someone] = rows
  const values = { type: 'exam', people: '1' }
  await ask('do/work.record', {
    kind: 'volunteerActivity',
    unitCode: someone?.unitCode,
    on: '2026-06-07',
    values,
    personIds: [someone?.id],
  })

  await page.goto(`${journey.address}/desk/people/${someone?.id}`)
  await page.getByRole('tab', { name: '台账' }).click()
  await eventually(() => main(page)).toContain('类型 护航高考 · 参加人次 1 人次')
  await look(page, 'work-person')
})

test('on a telephone the list is cards and the form fills the screen', async () => {
  const page = await journey.enter('chen.xiaoqin', PHONE)
  await page.goto(`${journey.address}/desk/work`)
  await eventually(() => main(page)).toContain('工作台账')
  await look(page, 'work-phone')
  await page.getByRole('button', { name: '登记一条' }).click()
  await page.getByRole('combobox', { name: '登记什么' }).fill('志愿服务队伍')
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('dialog').innerText()).toContain('队名')
  await look(page, 'work-phone-form')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)
})
