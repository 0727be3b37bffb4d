import type { Page } from 'playwright-core'
import { expect } from 'vitest'

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

/** Keeps what a page sends to an action on its way until it is let go: somebody else is quicker. */
export async function held(page: Page, action: string): Promise<() => void> {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(`**/api/do/${action}`, async (route) => {
    await gate
    await route.continue()
  })
  return () => open()
}

/** The supervisor takes back the last turn, once their page shows that it is over. */
export async function takeBack(supervisor: Page, reason: string, then: string): Promise<void> {
  await expect.poll(() => supervisor.locator('.round-turn .who b').innerText()).toBe(then)
  await say(supervisor, '撤回上一步', { 理由: reason })
}

/** The officer picks for whoever has the turn, on the page. */
export async function pickOnPage(officer: Page, post: string): Promise<void> {
  await officer.getByRole('radio', { name: new RegExp(post) }).check()
  await press(officer, `确认选定 ${post}`)
}
