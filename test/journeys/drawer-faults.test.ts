import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

/** Whether the entry that a drawer lays on the history is still there: it is taken up right after the drawer. */
const isCovered = () => (history.state as { isCover?: boolean } | null)?.isCover === true
const focused = () => document.activeElement?.getAttribute('aria-invalid')

test('what stands in the way of saving is gone to, however far from the button', async () => {
  const page = await journey.enter('chen.xiaoqin', PHONE)
  await page.goto(`${journey.address}/desk/today`)
  await page.getByRole('button', { name: '记录' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('值多少元').fill('十二块')
  await form.getByLabel('看到、听到什么').focus()

  await form.getByRole('button', { name: '存为已走访' }).click()

  await expect.poll(() => page.evaluate(focused)).toBe('true')
  expect(await form.getByLabel('值多少元').evaluate((field) => field === document.activeElement)).toBe(true)
})

test('a correction that names nobody says so, and what was changed in it is not thrown away unasked', async () => {
  const page = await journey.enter('chen.xiaoqin')
  await page.goto(`${journey.address}/desk/visits`)
  await page.getByRole('button', { name: '更正', exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('为什么更正').fill('人记错了')
  for (const remove of await form.getByRole('button', { name: /^去掉/ }).all()) await remove.click()

  await page.keyboard.press('Control+Enter')

  await form.getByText('请先选走访的人').waitFor()
  await form.getByLabel('为什么更正').fill('')
  await page.keyboard.press('Escape')
  await form.getByText('有内容还没保存，真的关闭吗？').waitFor()
})

test('a claim says what is wanting, and is never for somebody whom a new search has put out of sight', async () => {
  const page = await journey.enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/incentives`)
  await page.getByRole('button', { name: '受理申请' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('找人').fill('王')
  await form.getByLabel('退役军人').selectOption({ index: 1 })
  await form.getByLabel('统一社会信用代码').fill('91500112MADEM00204')
  await form.getByText('还差：补贴标准、单位名称、统一社会信用代码').waitFor()

  await form.getByLabel('找人').fill('李')

  await form.getByText('还差：找人、补贴标准、单位名称').waitFor()
  await form.getByText('代码有误，请对照营业执照').waitFor()
})

test('the way back of a phone leaves the drawer and not the page beneath, and asks before what was typed is gone', async () => {
  const page = await journey.enter('chen.xiaoqin', PHONE)
  await page.goto(`${journey.address}/desk/visits`)
  await page.getByRole('heading', { name: '走访记录' }).waitFor()
  await page.goto(`${journey.address}/desk/today`)
  await page.getByRole('button', { name: '记录' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('看到、听到什么').fill('家里都好')

  await page.goBack()

  await form.getByText('有内容还没保存，真的关闭吗？').waitFor()
  expect(await form.getByLabel('看到、听到什么').inputValue()).toBe('家里都好')
  await form.getByRole('button', { name: '不保存，关闭' }).click()
  await form.waitFor({ state: 'detached' })
  expect(page.url()).toBe(`${journey.address}/desk/today`)

  await page.getByRole('button', { name: '记录' }).first().click()
  await form.waitFor()
  await page.goBack()
  await form.waitFor({ state: 'detached' })
  expect(page.url()).toBe(`${journey.address}/desk/today`)

  await expect.poll(() => page.evaluate(isCovered)).toBe(false)
  await page.goBack()
  await page.waitForURL('**/desk/visits')
})

test('on a phone the form that follows the choice of a kind opens, and is left by one way back', async () => {
  const page = await journey.enter('chen.xiaoqin', PHONE)
  await page.goto(`${journey.address}/desk/work`)
  await page.getByRole('button', { name: '登记一条' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: '登记什么' }).fill('招聘活动')

  await form.getByRole('option').first().click()

  await form.getByLabel('提供岗位').waitFor()
  await page.goBack()
  await form.waitFor({ state: 'detached' })
  expect(page.url()).toBe(`${journey.address}/desk/work`)
})
