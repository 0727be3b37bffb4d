import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { openOffline, photo, recordVisit, strip, takeVillage } from './field-worker.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let page: Page
let context: BrowserContext
let watcher: Page
let visitedBefore = 0

const figureOf = async (label: string) => {
  const text = await watcher.locator('ul.strip > li', { hasText: label }).first().locator('.v').innerText()
  return Number(text.replace(/[^\d.]/g, ''))
}

beforeAll(async () => {
  journey = await openJourney()
  page = await journey.enter('chen.xiaoqin')
  context = page.context()
  watcher = await journey.enter('peng.xuemei')
  await watcher.goto(`${journey.address}/desk/network`)
  await watcher.locator('ul.strip').waitFor()
  visitedBefore = await figureOf('走访人数')
})

afterAll(() => journey.close())

describe('a day in a village without a network', () => {
  test('the worker takes the village along', async () => {
    await takeVillage(page, journey.address)

    expect(await strip(page).innerText()).toContain('已存本机 0')
  })

  test('without a network the pages open, and a visit with a photo is saved on the device', async () => {
    await context.setOffline(true)
    await openOffline(page, `${journey.address}/desk/today`)
    await page.locator('h1', { hasText: '今天走访' }).waitFor()

    await recordVisit(page, 'z', await photo(page))

    await page.getByText('已存本机：').waitFor()
    await expect.poll(() => strip(page).innerText()).toMatch(/离线[\s\S]*已存本机 1[\s\S]*待送 1[\s\S]*已送达 0/)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a reload without a network loses nothing', async () => {
    await openOffline(page, `${journey.address}/desk/field`)

    await page.locator('.field-item', { hasText: '走访' }).waitFor()

    expect(await page.locator('.field-item').allInnerTexts()).toMatchObject([expect.stringContaining('待送')])
    expect(await seriousFindings(page)).toEqual([])
  })

  test('back in the network it is delivered, and the totals above move once', async () => {
    await context.setOffline(false)

    await page.locator('.field-item', { hasText: '已送达' }).waitFor({ timeout: 60_000 })

    await expect.poll(() => figureOf('走访人数'), { timeout: 30_000 }).toBe(visitedBefore + 1)
    expect(await strip(page).innerText()).toMatch(/在线[\s\S]*待送 0[\s\S]*已送达 1[\s\S]*需处理 0/)
  })
})
