import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, main } from './desk-hands.ts'
import { look, PICTURES } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(3_000)
})

afterAll(() => journey.close())

test('a brief is written, edited with its numbers bound, passed and signed by somebody else, exported and archived', async () => {
  const writer = await journey.enter('jiang.wenbo')
  await writer.goto(`${journey.address}/desk/briefs`)
  await eventually(() => main(writer)).toContain('还没有简报')
  await look(writer, 'briefs-empty')

  await writer.getByRole('button', { name: '写简报' }).click()
  await writer.getByRole('combobox', { name: '期间' }).selectOption({ label: '本月' })
  await look(writer, 'briefs-new')
  await writer.getByRole('button', { name: '生成草稿' }).click()
  await eventually(() => main(writer)).toContain('渝北区退役军人工作简报')
  await look(writer, 'brief-draft')
  const address = writer.url()

  // Typed numbers have no source.
  const first = writer.getByRole('textbox', { name: '段落 1' })
  // To the end of the paragraph, not of its first line: how long a month is by now decides where lines break.
  await first.press('Control+End')
  await writer.keyboard.insertText('另走访困难户三百余户。')
  await writer.getByRole('button', { name: '保存' }).click()
  await eventually(() => writer.getByRole('alert').innerText()).toContain('三百余户')
  await look(writer, 'brief-refused')

  // A new paragraph with a number that the server computes.
  for (const _ of '另走访困难户三百余户。') await first.press('Backspace')
  await first.press('Enter')
  await writer.keyboard.insertText('上门走访')
  await writer.getByRole('combobox', { name: '指标' }).selectOption({ label: '上门走访' })
  await writer.getByRole('button', { name: '插入数字' }).click()
  await writer.getByRole('button', { name: '保存' }).click()
  await eventually(() => writer.getByRole('textbox', { name: '段落 2' }).innerText()).toMatch(/^上门走访\d+次$/)
  await writer.getByRole('textbox', { name: '段落 2' }).locator('.brief-figure').click()
  await look(writer, 'brief-edited')

  const reviewer = await journey.enter('xiao.limin')
  await reviewer.goto(address)
  await reviewer.getByRole('button', { name: '标明“未锁定”并通过' }).click()
  await eventually(() => main(reviewer)).toContain('已审核')
  await look(reviewer, 'brief-reviewed')
  await reviewer.getByRole('button', { name: '签发' }).click()
  await eventually(() => main(reviewer)).toContain('已签发')

  await writer.reload()
  const [download] = await Promise.all([writer.waitForEvent('download'), writer.getByRole('button', { name: '导出 Word' }).click()])
  expect(download.suggestedFilename()).toMatch(/^渝北区退役军人工作简报.*\.docx$/)
  if (PICTURES !== undefined) await download.saveAs(`${PICTURES}/brief.docx`)
  await writer.getByRole('button', { name: '归档' }).click()
  await eventually(() => main(writer)).toContain('已归档')

  // Each number leads to its rows.
  await writer.locator('article .brief-figure').first().click()
  await eventually(() => Promise.resolve(writer.url())).toContain('/desk/network/rows?code=')
})

test('a half-year report is not passed while a month is open, and leads to where that month is confirmed', async () => {
  const writer = await journey.enter('jiang.wenbo')
  await writer.goto(`${journey.address}/desk/briefs`)
  await writer.getByRole('button', { name: '写简报' }).click()
  await writer.getByRole('dialog').getByRole('combobox', { name: '模板' }).selectOption({ label: '半年工作报告' })
  await writer.getByRole('combobox', { name: '期间' }).selectOption({ label: '上一个半年' })
  await writer.getByRole('button', { name: '生成草稿' }).click()
  await eventually(() => main(writer)).toContain('这个模板只用已锁定的月份')

  const reviewer = await journey.enter('xiao.limin')
  await reviewer.goto(writer.url())
  await reviewer.getByRole('button', { name: '审核通过' }).click()
  const refused = reviewer.getByRole('alert')
  await eventually(() => refused.innerText()).toContain('还有 6 个月份没有锁定')
  await look(reviewer, 'brief-months-open')
  await refused.getByRole('link').first().click()
  await eventually(() => Promise.resolve(reviewer.url())).toContain('/desk/closings?place=500112000000&month=')
})

test('a schedule is set and ended, and a phone reads a brief', async () => {
  const writer = await journey.enter('jiang.wenbo', PHONE)
  await writer.goto(`${journey.address}/desk/briefs`)
  await writer.getByRole('button', { name: '加一条' }).click()
  await eventually(() => main(writer)).toContain('之后起草')
  await look(writer, 'briefs-phone')
  await writer.getByRole('button', { name: '停止“月度工作简报”' }).click()
  await eventually(() => main(writer)).toContain('没有定时')

  await writer.getByText('渝北区退役军人工作简报').first().click()
  await eventually(() => main(writer)).toContain('数字都有来源')
  await look(writer, 'brief-phone')
})
