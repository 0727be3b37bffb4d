import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../demo/index.ts'
import { seriousFindings } from './axe.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let page: Page
let context: BrowserContext
let watcher: Page
let visitedBefore = 0

const strip = () => page.getByRole('complementary', { name: '下村数据' })
const figureOf = async (label: string) => {
  const text = await watcher.locator('ul.strip > li', { hasText: label }).first().locator('.v').innerText()
  return Number(text.replace(/[^\d.]/g, ''))
}

/** A picture of one colour, as a camera would give it. */
async function photo(): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 240
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.fillStyle = '#2F6B4F'
      pen.fillRect(0, 0, 320, 240)
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return Buffer.from(data, 'base64')
}

/** Writes a visit down by the keyboard, for whoever is found first by what is typed. */
async function recordVisit(query: string, picture?: Buffer): Promise<void> {
  await page.locator('body').click({ position: { x: 700, y: 5 } })
  const form = page.getByRole('dialog')
  // The listener for `N` is loaded after the page: pressed before, it is not heard.
  await expect
    .poll(async () => {
      await page.keyboard.press('n')
      return await form.count()
    })
    .toBe(1)
  await form.getByRole('combobox').first().fill(query)
  await form.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  if (picture) {
    await form.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: picture })
    await form.getByRole('img', { name: '照片 1' }).waitFor()
  }
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
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
    await page.goto(`${journey.address}/desk/field`)
    await page.getByLabel('登录密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '带走本村' }).click()

    await page.getByText(/已带走 \d+ 人/).waitFor({ timeout: 60_000 })

    expect(await strip().innerText()).toContain('已存本机 0')
  })

  test('without a network the pages open, and a visit with a photo is saved on the device', async () => {
    await context.setOffline(true)
    await page.goto(`${journey.address}/desk/today`)
    await page.getByLabel('密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await page.locator('h1', { hasText: '今天走访' }).waitFor()

    await recordVisit('z', await photo())

    await page.getByText('已存本机：').waitFor()
    await expect.poll(() => strip().innerText()).toMatch(/离线[\s\S]*已存本机 1[\s\S]*待送 1[\s\S]*已送达 0/)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a reload without a network loses nothing', async () => {
    await page.goto(`${journey.address}/desk/field`)
    await page.getByLabel('密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '打开', exact: true }).click()

    await page.locator('.field-item', { hasText: '走访' }).waitFor()

    expect(await page.locator('.field-item').allInnerTexts()).toMatchObject([expect.stringContaining('待送')])
    expect(await seriousFindings(page)).toEqual([])
  })

  test('back in the network it is delivered, and the totals above move once', async () => {
    await context.setOffline(false)

    await page.locator('.field-item', { hasText: '已送达' }).waitFor({ timeout: 60_000 })

    await expect.poll(() => figureOf('走访人数'), { timeout: 30_000 }).toBe(visitedBefore + 1)
    expect(await strip().innerText()).toMatch(/在线[\s\S]*待送 0[\s\S]*已送达 1[\s\S]*需处理 0/)
  })
})
