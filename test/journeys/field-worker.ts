import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_PASSWORD } from '../../demo/index.ts'

export const strip = (page: Page) => page.getByRole('complementary', { name: '下村数据' })

export async function takeVillage(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/desk/field`)
  await page.getByLabel('登录密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '带走本村' }).click()
  await page.getByText(/已带走 \d+ 人/).waitFor({ timeout: 60_000 })
}

/** Opens a page of the desk where there is no network: the password of the village says who is there. */
export async function openOffline(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await strip(page)
    .getByText(/已存本机 \d+/)
    .waitFor({ timeout: 60_000 })
}

/** Opens what lies closed on the device, on a page that is signed in. */
export async function unlock(page: Page): Promise<void> {
  await strip(page).getByRole('button', { name: '输入密码' }).click()
  await strip(page).getByLabel('密码').fill(DEMO_PASSWORD)
  await strip(page).getByRole('button', { name: '打开', exact: true }).click()
  await strip(page)
    .getByText(/已存本机 \d+/)
    .waitFor({ timeout: 60_000 })
}

/** What the strip says: saved, waiting, delivered, needing a hand. */
export async function countsOf(page: Page) {
  const words = await strip(page).innerText()
  const count = (label: string) => Number(new RegExp(`${label} (\\d+)`).exec(words)?.[1] ?? Number.NaN)
  return { saved: count('已存本机'), sealed: count('待送'), acked: count('已送达'), needsHand: count('需处理') }
}

/** A picture of one colour, as a camera would give it. */
export async function photo(page: Page): Promise<Buffer> {
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
export async function recordVisit(page: Page, query: string, picture?: Buffer): Promise<void> {
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

/** How many visits of the reader's range the server has. */
export async function visitsOnServer(page: Page, address: string): Promise<number> {
  let [count, cursor] = [0, undefined as string | undefined]
  do {
    const data = { limit: 500, ...(cursor === undefined ? {} : { cursor }) }
    const answer = await page.context().request.post(`${address}/api/see/visit.list`, { data })
    const { value } = (await answer.json()) as { value: { rows: unknown[]; next?: string } }
    count += value.rows.length
    cursor = value.next
  } while (cursor !== undefined)
  return count
}
