import type { Page } from 'playwright-core'
import { expect } from 'vitest'

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
