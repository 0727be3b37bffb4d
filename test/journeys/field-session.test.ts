import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countsOf, openOffline, recordVisit, strip, takeVillage, unlock, visitsOnServer } from './field-worker.ts'
import { type Journey, openJourney, WEB } from './open-journey.ts'

let journey: Journey
let page: Page
let head: Page
let newer = ''
const SENT = '**/api/do/visit.record'

const before = { visits: 0 }
const saveOffline = async (count: number) => {
  await page.context().setOffline(true)
  await openOffline(page, `${journey.address}/desk/field`)
  for (let visit = 0; visit < count; visit += 1) await recordVisit(page, 'z')
}
/** At the server itself, as a clock or another device would. */
const endSession = async () => {
  const headers = { 'content-type': 'application/json' }
  const answer = await page.context().request.delete(`${journey.address}/api/session`, { headers, data: {} })
  expect(answer.status()).toBe(200)
}
/** By the menu of whoever is signed in. */
async function signOut(name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: '退出', exact: true }).click()
  await page.waitForURL(/\/sign-in/)
}
/** In the page: a part of the desk that loads many of its parts, for longer than the worker takes to change. */
const askWithoutPause = () => {
  const file = document.querySelector<HTMLScriptElement>('script[src^="/assets/"]')?.src
  if (file === undefined) throw new Error('the page names no file of its own')
  let rounds = 0
  const timer = setInterval(() => {
    for (let one = 0; one < 5; one += 1) void fetch(`${file}?ask=${rounds}-${one}`).catch(() => undefined)
    rounds += 1
    if (rounds === 150) clearInterval(timer)
  }, 60)
}
/** Nothing leaves the device, though the network is there. */
const hold = (route: Route) => route.abort()

beforeAll(async () => {
  journey = await openJourney()
  page = await journey.enter('chen.xiaoqin')
  head = await journey.enter('peng.xuemei')
  await takeVillage(page, journey.address)
  before.visits = await visitsOnServer(head, journey.address)
  newer = await mkdtemp(join(tmpdir(), 'guidui-newer-'))
  await cp(WEB, newer, { recursive: true })
  await appendFile(join(newer, 'desk-worker.js'), '\n// the next version\n')
})

afterAll(async () => {
  await journey.close()
  await rm(newer, { recursive: true, force: true })
})

describe('what lies on the device', () => {
  test('outlives the end of the session in the middle of sending, and goes out after signing in again', async () => {
    await saveOffline(3)
    let sent = 0
    await page.route(SENT, async (route) => {
      sent += 1
      // The first one has been answered: from here on the session is over, at the server itself.
      if (sent === 2) await endSession()
      await route.continue()
    })
    await page.context().setOffline(false)
    await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ saved: 3, sealed: 2, acked: 1, needsHand: 0 })
    expect(await visitsOnServer(head, journey.address)).toBe(before.visits + 1)
    await page.unroute(SENT)

    await journey.signIn(page, 'chen.xiaoqin')
    await page.goto(`${journey.address}/desk/field`)
    await unlock(page)

    await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ saved: 3, sealed: 0, acked: 3, needsHand: 0 })
    expect(await visitsOnServer(head, journey.address)).toBe(before.visits + 3)
  })

  test('outlives a newer program: the page changes, and no item is dropped', async () => {
    await saveOffline(2)
    await page.route(SENT, hold)
    await page.context().setOffline(false)
    const workers = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration('/desk')
        return [registration?.active?.state, registration?.waiting?.state, registration?.installing?.state]
      })
    await page.evaluate(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        document.documentElement.dataset['newer'] = 'yes'
      })
    })
    await journey.upgrade(newer)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/desk')
      await registration?.update()
    })
    await expect.poll(workers, { timeout: 60_000 }).toEqual(['activated', 'installed', undefined])
    await page.reload()
    await page.evaluate(askWithoutPause)
    await expect.poll(workers, { timeout: 60_000 }).toEqual(['activated', undefined, undefined])

    await unlock(page)
    expect(await countsOf(page)).toMatchObject({ sealed: 2, needsHand: 0 })
    await page.unroute(SENT)
    await page.getByRole('button', { name: '现在送' }).click()
    await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 5, needsHand: 0 })
    expect(await visitsOnServer(head, journey.address)).toBe(before.visits + 5)
  })

  test('outlives signing out: the next user of the device sees nothing of it and sends nothing of it', async () => {
    await saveOffline(1)
    await page.route(SENT, hold)
    await page.context().setOffline(false)
    await signOut('陈晓琴')
    await journey.signIn(page, 'peng.xuemei')
    await page.goto(`${journey.address}/desk/field`)
    await page.getByText('还没有带走本村').waitFor()
    expect(await strip(page).count()).toBe(0)
    await page.unroute(SENT)
    expect(await visitsOnServer(head, journey.address)).toBe(before.visits + 5)

    await signOut('彭雪梅')
    await journey.signIn(page, 'chen.xiaoqin')
    await page.goto(`${journey.address}/desk/field`)
    await strip(page).getByText('本机有 1 条还没送达').waitFor()
    await unlock(page)

    await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0, acked: 6 })
    expect(await visitsOnServer(head, journey.address)).toBe(before.visits + 6)
  })
})
