import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFindings } from './axe.ts'
import { settle } from './settle.ts'

/** Where pictures of the pages go, when somebody wants to look at them. */
export const PICTURES = process.env['GUIDUI_PICTURES']

/** Takes a picture, where somebody wants one. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage })
}

/** Waits until a page is whole, takes a picture where somebody wants one, and lets axe look. */
export async function look(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await settle(page)
  await picture(page, name, { fullPage })
  expect(await seriousFindings(page)).toEqual([])
}
