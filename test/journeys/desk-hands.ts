import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFindings } from './axe.ts'

/** Where pictures of the pages go, when somebody wants to look at them. */
const PICTURES = process.env['GUIDUI_PICTURES']

/** Waits for what a page shows in the end. */
export const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 })
/** The words of the page beside rail and head. */
export const main = (page: Page) => page.locator('main').innerText()
export const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true })
/** Saves the drawer that is open, and waits until it has gone. */
export const save = async (page: Page, name: string) => {
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Takes a picture where somebody wants one, and lets axe look. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(600)
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` })
  expect(await seriousFindings(page)).toEqual([])
}
