import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProvider } from '../../src/platform/access/index.ts'
import { readProviderAddress } from '../../src/platform/access/oidc/provider-address.ts'
import { openProviderRoom } from '../provider-room.ts'
import { seriousFindings } from './axe.ts'
import { type Journey, openJourney } from './open-journey.ts'

let room: Awaited<ReturnType<typeof openProviderRoom>>
let journey: Journey

beforeAll(async () => {
  room = await openProviderRoom()
  const address = readProviderAddress(room.setting)
  if (!address) throw new Error('the room names no provider')
  journey = await openJourney(1_200, undefined, { provider: openProvider(address, () => undefined) })
})
afterAll(async () => {
  await journey.close()
  await room.close()
})

const NAME = '统一身份认证'

/** What the demo shows beside its accounts: the password, and the code of this half minute. */
async function shownOf(login: string): Promise<{ password: string; code?: string }> {
  const answer = await fetch(`${journey.address}/api/session`)
  const { demoAccounts } = (await answer.json()) as { demoAccounts: { login: string; password: string; code?: string }[] }
  const shown = demoAccounts.find((account) => account.login === login)
  if (!shown) throw new Error(`the demo has no account ${login}`)
  return shown
}

/** On the page of the provider. */
async function sayWho(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Subject').fill(subject)
  await page.keyboard.press('Enter')
}

async function bind(page: Page, login: string, subject: string): Promise<void> {
  await page.goto(`${journey.address}/desk/account`)
  const panel = page.locator('section', { has: page.getByRole('heading', { name: NAME }) })
  await panel.getByLabel('现在的密码').fill((await shownOf(login)).password)
  await page.keyboard.press('Enter')
  await sayWho(page, subject)
  await page.getByRole('status').filter({ hasText: '已绑定' }).waitFor()
}

/** In a browser that the provider does not know yet. */
async function goThere(subject: string): Promise<Page> {
  const page = await journey.enter(undefined)
  await page.goto(`${journey.address}/sign-in?to=/desk/account`)
  await page.getByRole('button', { name: `用${NAME}登录` }).focus()
  await page.keyboard.press('Enter')
  await sayWho(page, subject)
  return page
}

test('a station worker binds single sign-on, signs in by it and unbinds it; then it opens nothing', async () => {
  const page = await journey.enter('chen.xiaoqin')
  await bind(page, 'chen.xiaoqin', 'worker-1')
  expect(new URL(page.url()).search).toBe('')
  expect(await seriousFindings(page)).toEqual([])

  const other = await goThere('worker-1')
  await other.getByText('已绑定，自').waitFor()
  expect(new URL(other.url()).pathname).toBe('/desk/account')
  await other.getByRole('button', { name: '解除绑定' }).click()
  await other.getByText('已解除绑定').waitFor()

  const late = await goThere('worker-1')
  await late
    .getByRole('alert')
    .filter({ hasText: `您的${NAME}还没有绑定这里的账号` })
    .waitFor()
  expect(await seriousFindings(late)).toEqual([])
})

test('an officer shows the one-time code after single sign-on, and only then is in', async () => {
  const page = await journey.enter('jiang.wenbo')
  await bind(page, 'jiang.wenbo', 'officer-1')

  const other = await goThere('officer-1')
  await other.getByText(`${NAME}已经核对过您的身份`).waitFor()
  expect(await seriousFindings(other)).toEqual([])
  await other.getByLabel('动态验证码').fill('000000')
  await other.keyboard.press('Enter')
  await other.getByText('验证码不对或已过期').waitFor()
  await other.getByLabel('动态验证码').fill((await shownOf('jiang.wenbo')).code ?? '')
  await other.keyboard.press('Enter')

  await other.getByText('已绑定，自').waitFor()
})
