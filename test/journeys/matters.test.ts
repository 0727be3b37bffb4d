import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Journey, openJourney } from './open-journey.ts'

interface Seen {
  readonly steps: number
  readonly state: string
  readonly outcome: string | null
}

let journey: Journey
const windows = new Map<string, Page>()
let personId = ''

async function enter(login: string): Promise<Page> {
  const open = windows.get(login) ?? (await journey.enter(login))
  windows.set(login, open)
  return open
}

/** Asks as the account of a window, beside its pages. */
async function ask<T>(login: string, path: string, message: object): Promise<T> {
  const page = await enter(login)
  const answer = await page.request.post(`${journey.address}/api/${path}`, {
    data: message,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const said = (await answer.json()) as { value: T }
  if (!answer.ok()) throw new Error(`${login} ${path}: ${JSON.stringify(said)}`)
  return said.value
}

const see = (login: string, matterId: string) => ask<Seen>(login, 'see/matter.get', { matterId })

async function step(login: string, matterId: string, taken: { step: string; answers?: object; reason?: string }): Promise<void> {
  const { steps } = await see(login, matterId)
  await ask(login, 'do/matter.step', { matterId, steps, ...taken })
}

/** Takes a step by the button of the page. */
async function press(login: string, matterId: string, asked: { button: string; reason?: string }): Promise<Page> {
  const page = await enter(login)
  await page.goto(`${journey.address}/desk/matters/${matterId}`)
  await page.getByRole('button', { name: asked.button, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  if (asked.reason !== undefined) await page.getByLabel('理由').fill(asked.reason)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return page
}

beforeAll(async () => {
  journey = await openJourney()
  const { rows } = await ask<{ rows: { id: string }[] }>('chen.xiaoqin', 'see/person.list', { place: '500112017005', limit: 2 })
  personId = rows[1]?.id ?? ''
})

afterAll(() => journey.close())

describe('a preference card', () => {
  let matterId = ''

  test('is asked for at the window, with every paper named at once', async () => {
    const page = await enter('chen.xiaoqin')
    await page.goto(`${journey.address}/desk/hall?person=${personId}`)
    await page.locator('li', { hasText: '优待证' }).getByRole('button', { name: '办这件' }).last().click()
    await page.getByLabel('申请哪一种证').selectOption('veteran')
    await page.getByLabel('制证通知发到哪个手机').fill('10012345678')

    expect(await page.getByRole('dialog').innerText()).toContain('退役证件')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: '看这件事项' }).click()
    await page.waitForURL(/\/desk\/matters\/[0-9a-f-]{36}/)

    matterId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
    await expect.poll(() => page.locator('main').innerText()).toContain('100****5678')
    expect(await page.locator('main').innerText()).toContain('已提交')
  })

  test('is accepted by the township once the papers are there', async () => {
    const page = await enter('peng.xuemei')
    await page.goto(`${journey.address}/desk/matters/${matterId}`)
    await page.getByRole('button', { name: '受理', exact: true }).click()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('还缺材料')
    await page.keyboard.press('Escape')
    for (let wanting = 2; wanting > 0; wanting -= 1) {
      await page.locator('li', { hasText: '缺' }).getByRole('button', { name: '收到原件' }).first().click()
      await expect.poll(() => page.locator('.matter-papers .amber').count()).toBe(wanting - 1)
    }
    await press('peng.xuemei', matterId, { button: '受理' })

    await expect.poll(() => page.locator('main').innerText()).toContain('乡镇（街道）已受理')
  })

  test('climbs to the province and comes back', async () => {
    await press('jiang.wenbo', matterId, { button: '审核通过' })
    await press('huang.ying', matterId, { button: '复核通过' })
    await press('tang.guohua', matterId, { button: '备案' })
    await press('tang.guohua', matterId, { button: '送制证' })
    await press('jiang.wenbo', matterId, { button: '到证签收' })
    await step('chen.xiaoqin', matterId, { step: 'issue', answers: { cardNumber: 'YD50011200017' } })

    expect(await see('chen.xiaoqin', matterId)).toMatchObject({ state: 'issued', outcome: 'granted' })
  })

  test('is lost and replaced in the same matter', async () => {
    await step('chen.xiaoqin', matterId, { step: 'reportLoss' })
    await step('chen.xiaoqin', matterId, { step: 'reportFormally' })
    await press('peng.xuemei', matterId, { button: '补（换）证，旧证作废' })

    expect(await see('jiang.wenbo', matterId)).toMatchObject({ state: 'inProduction', outcome: null })
  })
})

describe('a petition', () => {
  const claim = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求按军龄五年合并认定工龄。' }
  const opinion = { result: 'explained', opinionText: '经核实，工龄已按规定认定，理由如下。' }
  let matterId = ''

  test('is handled by the county, lengthened once with leave, and the page says by which article', async () => {
    const begun = { typeCode: 'petition', unitCode: '500112017005', personId, answers: claim }
    matterId = (await ask<{ id: string }>('chen.xiaoqin', 'do/matter.open', begun)).id
    await step('jiang.wenbo', matterId, { step: 'forward' })
    await step('jiang.wenbo', matterId, { step: 'accept' })

    const page = await press('xiao.limin', matterId, { button: '批准延期并告知', reason: '需向原单位调档' })

    await expect.poll(() => page.locator('main').innerText()).toContain('还有 90 天')
    expect(await page.locator('main').innerText()).toContain('《信访工作条例》第三十四条')
    expect(await page.getByRole('button', { name: '批准延期并告知' }).count()).toBe(0)
  })

  test('goes on to review and recheck', async () => {
    await step('jiang.wenbo', matterId, { step: 'issueOpinion', answers: opinion })
    await step('chen.xiaoqin', matterId, { step: 'askReview' })
    await step('huang.ying', matterId, { step: 'issueReview', answers: opinion })
    await step('chen.xiaoqin', matterId, { step: 'askRecheck' })
    await step('tang.guohua', matterId, { step: 'issueRecheck', answers: opinion })

    expect(await see('jiang.wenbo', matterId)).toMatchObject({ state: 'terminated', outcome: 'handled' })
  })

  test('prints its letters, and shows its words to no station', async () => {
    const page = await enter('jiang.wenbo')
    await page.goto(`${journey.address}/desk/matters/${matterId}/letters/extension`)
    await expect.poll(() => page.locator('article').innerText()).toContain('需向原单位调档')

    const station = await enter('chen.xiaoqin')
    await station.goto(`${journey.address}/desk/matters/${matterId}`)
    await expect.poll(() => station.locator('main').innerText()).toContain('只有经办单位能看')
    expect(await station.locator('main').innerText()).not.toContain('军龄五年')
  })
})

test('nothing has disappeared, and the page says so', async () => {
  const page = await enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/matters/balance`)

  await expect.poll(() => page.locator('main').innerText()).toContain('每一件都有下落')
})
