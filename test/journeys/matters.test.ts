import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney } from './open-journey.ts'
import { eventually } from './phone.ts'

interface Seen {
  readonly steps: number
  readonly state: string
  readonly outcome: string | null
}

let journey: Journey
let offices: Offices
let personId = ''

const enter = (login: string) => offices.window(login)
const see = (login: string, matterId: string) => offices.ask<Seen>(login, 'see/matter.get', { matterId })
const press = (login: string, matterId: string, { button }: { button: string }) => offices.press(login, matterId, button)

beforeAll(async () => {
  journey = await openJourney()
  offices = openOffices(journey)
  const { rows } = await offices.ask<{ rows: { id: string }[] }>('chen.xiaoqin', 'see/person.list', { place: '500112017005', limit: 2 })
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
      await expect.poll(() => page.locator('.matter-lines .amber').count()).toBe(wanting - 1)
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
    await offices.step('chen.xiaoqin', matterId, { step: 'issue', answers: { cardNumber: 'YD50011200017' } })

    expect(await see('chen.xiaoqin', matterId)).toMatchObject({ state: 'issued', outcome: 'granted' })
  })

  test('is lost and replaced in the same matter', async () => {
    await offices.step('chen.xiaoqin', matterId, { step: 'reportLoss' })
    await offices.step('chen.xiaoqin', matterId, { step: 'reportFormally' })
    await press('peng.xuemei', matterId, { button: '补（换）证，旧证作废' })

    expect(await see('jiang.wenbo', matterId)).toMatchObject({ state: 'inProduction', outcome: null })
  })
})

test('nothing has disappeared, and the page says so', async () => {
  const page = await enter('jiang.wenbo')
  await page.goto(`${journey.address}/desk/matters/balance`)

  await eventually(() => page.locator('main').innerText()).toContain('每一件都有下落')
})
