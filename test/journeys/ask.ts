import type { Page } from 'playwright-core'

/** Asks as the account of a window, beside its pages: `see/round.get`, `do/round.turn`. */
export async function ask<T>(page: Page, path: string, message: object): Promise<T> {
  const answer = await page.request.post(new URL(`/api/${path}`, page.url()).href, {
    data: message,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const said = (await answer.json()) as { value: T }
  if (!answer.ok()) throw new Error(`${path}: ${JSON.stringify(said)}`)
  return said.value
}
