import type { Page, Request } from 'playwright-core'

const fetching = new WeakMap<Page, Set<Request>>()

/** Not the news of what others did, open for as long as the page is, nor what the page made itself (`blob:`, `data:`), whose end is not told. */
const isAnswered = (request: Request): boolean => /^https?:/.test(request.url()) && new URL(request.url()).pathname !== '/api/live'

/** Keeps account of what a page is fetching. Called before it opens its first address. */
export function watchFetching(page: Page): void {
  const open = new Set<Request>()
  fetching.set(page, open)
  page.on('request', (request) => void (isAnswered(request) && open.add(request)))
  // At its response: of a body that the page does not read no end is ever told.
  page.on('response', (response) => void open.delete(response.request()))
  page.on('requestfailed', (request) => void open.delete(request))
}

/** How long nothing may happen before a page counts as quiet, in milliseconds. */
const QUIET = 150

/** Waits until the page is there, fetches nothing, waits for nothing, and has stayed so for a moment. */
export async function settle(page: Page): Promise<void> {
  const isBusy = (): boolean => (fetching.get(page)?.size ?? 0) > 0
  await page.locator('main').first().waitFor()
  for (let since = Date.now(); Date.now() - since < QUIET; await page.waitForTimeout(25)) {
    const isWaiting = await page.evaluate(() => document.querySelector('.skeleton, [aria-busy=true]') !== null)
    if (isBusy() || isWaiting) since = Date.now()
  }
}
