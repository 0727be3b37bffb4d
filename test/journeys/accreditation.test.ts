import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, main } from './desk-hands.ts'
import { look } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})

afterAll(() => journey.close())

const STATION = '500112017005'

/** Opens a step’s drawer, says why, and takes it. */
async function take(page: Page, step: string, reason?: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: step, exact: true }).click()
  const drawer = page.getByRole('dialog')
  if (reason !== undefined) await drawer.getByLabel('理由、依据').fill(reason)
  await drawer.getByRole('button', { name: new RegExp(`^${step}`) }).click()
}

test('a wave of creation: a station is started, shown, handed in, passed by both seats, published and awarded', async () => {
  const head = await journey.enter('peng.xuemei')
  await head.goto(`${journey.address}/desk/network/accreditation?view=wave&scheme=stars&place=500112017000`)
  await head.getByRole('radio', { name: '100–300 人' }).check()
  await eventually(() => main(head)).toContain('个村级站还没有达到')
  await look(head, 'accreditation-wave')
  await head.getByRole('button', { name: /^开始创建 .*凤鸣路社区/ }).click()
  await head.getByRole('dialog').getByLabel('星级').selectOption('4')
  await head
    .getByRole('dialog')
    .getByRole('button', { name: /^开始创建/ })
    .click()
  await eventually(() => main(head)).toContain('自查中')

  // Nothing is shown yet: it says what is missing, by name.
  await take(head, '交上级审核')
  await eventually(() => head.getByRole('dialog').innerText()).toContain('基础保障、服务质效、群众满意、特色亮点')
  await head.keyboard.press('Escape')
  for (const name of ['基础保障', '服务质效', '群众满意', '特色亮点']) {
    await head.getByRole('group', { name, exact: true }).getByRole('radio', { name: '达到', exact: true }).check()
    await head.getByLabel(`${name}：凭什么`).fill('台账第三册，现场可查')
  }
  await look(head, 'accreditation-check')
  // What is typed and not saved would not be what is handed in.
  await head.locator('main').getByRole('button', { name: '交上级审核', exact: true }).click()
  await eventually(() => head.getByRole('dialog').innerText()).toContain('自查有改动还没有保存')
  await head.keyboard.press('Escape')
  await head.getByRole('button', { name: '保存自查' }).click()
  await eventually(() => main(head)).toContain('填写自查')
  await take(head, '交上级审核')
  await eventually(() => main(head)).toContain('审核中')
  // All that is left is to take it back: that is no button to be pressed by the way.
  await head.locator('main').getByRole('button', { name: '撤回', exact: true }).waitFor()
  expect(await head.locator('main .ant-btn-primary').count()).toBe(0)
  const course = head.url()

  const county = await journey.enter('xiao.limin')
  await county.goto(course)
  await take(county, '同意', '实地核查，与台账一致')
  await eventually(() => main(county)).toContain('轮到 省级')
  // The county has had its turn: the next step is the municipality's.
  expect(await county.getByRole('button', { name: '同意', exact: true }).count()).toBe(0)

  const province = await journey.enter('tang.guohua')
  await province.goto(course)
  await take(province, '同意', '抽查通过')
  await eventually(() => main(province)).toContain('公示到')
  await take(province, '认定', '公示无异议')
  await eventually(() => province.getByRole('dialog').innerText()).toContain('第二天起可以认定')
  await look(province, 'accreditation-published')
  await province
    .getByRole('dialog')
    .click()
    .catch(() => undefined)

  // Nobody waits five days here: the publication ended yesterday.
  await journey.ownerPool.query('update network.accreditations set public_until = current_date - 2 where unit_code = $1', [STATION])
  await province.goto(course)
  await take(province, '认定', '公示无异议')
  await eventually(() => main(province)).toContain('已认定')
  await province.goto(`${journey.address}/desk/network/accreditation?scheme=stars&place=500112017000`)
  await eventually(() => main(province)).toContain('三星以上')
  await look(province, 'accreditation-list')
})

test('the next county finds nothing of it', async () => {
  const { rows } = await journey.ownerPool.query<{ id: string }>('select id from network.accreditations where unit_code = $1', [STATION])
  const far = await journey.enter('zhou.yang')
  await far.goto(`${journey.address}/desk/network/accreditation/${STATION}/${rows[0]?.id}`)

  await eventually(() => main(far)).toContain('没有找到')
  expect(await main(far)).not.toContain('凤鸣路')
})

test('on a phone the wave and a course stay readable', async () => {
  const page = await journey.enter('peng.xuemei', PHONE)
  await page.goto(`${journey.address}/desk/network/accreditation?view=wave&scheme=stars&place=500112017000`)
  await page.getByRole('radio', { name: '100 人以下' }).check()
  await eventually(() => main(page)).toContain('个村级站还没有达到')
  await look(page, 'accreditation-wave-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})

test('a township’s own station, which is in no wave of villages, begins on its own page, and is found there again', async () => {
  const head = await journey.enter('peng.xuemei')
  await head.goto(`${journey.address}/desk/network/units/500112017000`)
  await eventually(() => main(head)).toContain('还没有创建记录')
  await head.getByRole('button', { name: '开始创建', exact: true }).click()
  const drawer = head.getByRole('dialog')
  await drawer.getByLabel('创建项目').selectOption('fiveHaves')
  // A code that is none is not dropped in silence.
  await drawer.getByLabel('帮带的机构（代码）').fill('凤鸣路站')
  await eventually(() => drawer.innerText()).toContain('要填机构代码')
  await drawer.getByLabel('帮带的机构（代码）').fill('500112017005')
  await look(head, 'accreditation-of-unit')
  await drawer.getByRole('button', { name: /^开始创建/ }).click()
  await eventually(() => main(head)).toContain('自查中')

  await head.goto(`${journey.address}/desk/network/units/500112017000`)
  await eventually(() => head.getByRole('list', { name: '创建' }).innerText()).toContain('自查中')
})
