import type { Page } from 'playwright-core'

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
/** The words of a page with its head and its dialogs. */
export const words = (page: Page) => page.locator('body').innerText()

/** Fills in a drawer and confirms by the keyboard. */
export async function say(page: Page, button: string, fields: Record<string, string>): Promise<void> {
  await press(page, button)
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The own rounds of 罗凯 on /me, by the door of the demo. */
export async function openMyRounds(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/me`)
  const own = page.getByRole('button', { name: /罗/ })
  const link = page.getByRole('link', { name: /我的选岗回执/ })
  await own.or(link).first().waitFor()
  if ((await own.count()) > 0) await own.first().click()
  await link.first().waitFor()
  await page.goto(`${address}/me/rounds`)
}
