import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { type Offices, openOffices } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'
import { bindPhone, eventually, expectAccessible, mainOf } from './phone.ts'

const citizenId = makeCitizenId({ region6: '990112', bornOn: '1958-03-05' as PlainDate, sequence: 775 })

let journey: Journey
let offices: Offices
let phone: Page
let matterId = ''

beforeAll(async () => {
  journey = await openJourney(600)
  offices = openOffices(journey)
  const own = await bindPhone(journey, offices, { name: '欧阳归队', citizenId, phone: '10066667777' })
  phone = own.page
  const begun = { typeCode: 'jobWish', unitCode: '500112017005', personId: own.personId, answers: { wish: 'none', phone: '10066667777' } }
  matterId = (await offices.ask<{ id: string }>('chen.xiaoqin', 'do/matter.open', begun)).id
})

afterAll(() => journey.close())

test('where placement cannot be asked, the first page says so instead of promising that nothing waits', async () => {
  await phone.route('**/api/see/mine.placement', (route) => route.fulfill({ status: 500, body: 'gone' }))
  await phone.goto(`${journey.address}/me`)
  await eventually(() => phone.locator('main').getByRole('alert').count()).toBe(1)
  expect(await mainOf(phone)).not.toContain('没有要您办的事')
  await expectAccessible(phone)

  await phone.unroute('**/api/see/mine.placement')
  await phone.getByRole('button', { name: '重试' }).click()

  await eventually(() => phone.locator('main').getByRole('alert').count()).toBe(0)
})

describe('the own file', () => {
  test('shows what is missing in words, and a mistake is reported from its line', async () => {
    await phone.goto(`${journey.address}/me/file`)
    await eventually(() => mainOf(phone)).toContain('没有记，请补上')
    expect(await mainOf(phone)).not.toContain(citizenId)
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '手机：这里不对' }).click()
    await phone.getByRole('button', { name: '开始填' }).click()

    await phone.waitForURL('**/fileCorrection/q/wrong')
    await eventually(() => phone.locator('main textarea').inputValue()).toBe('手机：')
    await phone.locator('main textarea').fill('手机：10066660000')
    await phone.getByRole('button', { name: '好了，看一遍' }).click()
    await phone.getByRole('button', { name: '交上去' }).click()
    await phone.waitForURL('**/receipt')
    await phone.goto(`${journey.address}/me/file`)
    await eventually(() => mainOf(phone)).toContain('服务站正在核对')
  })

  test('large type stays readable on the same narrow phone', async () => {
    await phone.goto(`${journey.address}/me`)
    await phone.locator('main h1').waitFor()
    await phone.getByRole('button', { name: '字号' }).click()

    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '字号' }).click()
  })
})

describe('somebody else', () => {
  test('sees no matter of his, not even whether there is one', async () => {
    const other = await journey.enter(undefined, PHONE)
    await other.goto(`${journey.address}/me/matters/${matterId}`)
    await other.waitForURL('**/me/sign-in?**')
    await other.locator('.demo-people button').first().click()

    await other.waitForURL(`**/me/matters/${matterId}`)
    await eventually(() => mainOf(other)).toContain('没有这件事')
    await other.goto(`${journey.address}/me/matters/01977777-0000-7000-8000-000000000000`)
    await eventually(() => mainOf(other)).toContain('没有这件事')
    await other.context().close()
  })

  test('who acts for another is told so on every page', async () => {
    const agent = await journey.enter(undefined, PHONE)
    await agent.goto(`${journey.address}/me`)
    await agent.locator('.demo-people button', { hasText: '代父亲' }).click()
    await agent.locator('.band').waitFor()

    for (const path of ['/me/kinds', '/me/matters', '/me/entitlements']) {
      await agent.goto(journey.address + path)
      await eventually(() => agent.locator('.band').innerText()).toMatch(/您正在代.+办理/)
      await expectAccessible(agent)
    }
    await agent.context().close()
  })

  test('who takes the phone after a sign-out finds nothing of it', async () => {
    await phone.goto(`${journey.address}/me/kinds/policyEnquiry`)
    await phone.getByRole('button', { name: '开始填' }).click()
    await phone.locator('main textarea, main input').first().fill('我的私事')
    await phone.waitForTimeout(500)
    await phone.goto(`${journey.address}/me`)
    await phone.getByRole('button', { name: '退出登录' }).click()
    await phone.waitForURL('**/me/sign-in')

    expect(await phone.evaluate(() => localStorage.getItem('guidui.sealed'))).toBeNull()
    await phone.locator('.demo-people button').first().click()
    await phone.waitForURL('**/me')
    await phone.goto(`${journey.address}/me/kinds/policyEnquiry`)
    await phone.getByRole('button', { name: '开始填' }).click()
    await eventually(() => phone.locator('main textarea, main input').first().inputValue()).toBe('')
  })
})
