import type { Page } from 'playwright-core'
import type { Journey } from './open-journey.ts'

export interface Taken {
  readonly step: string
  readonly answers?: object
  readonly reason?: string
}

/** The accounts of a journey, each in a window of its own that is opened once. */
export interface Offices {
  window(login: string): Promise<Page>
  /** Another window of a session that is open. */
  secondWindow(login: string): Promise<Page>
  /** Asks as an account, beside its pages. Throws what was refused. */
  ask<T>(login: string, path: string, message: object): Promise<T>
  /** Takes a step beside the pages, from the matter as the account sees it. */
  step(login: string, matterId: string, taken: Taken): Promise<void>
  /** Takes a step by the button of the page: opens it, lets `fill` write in it, saves, and waits until it has gone. */
  press(login: string, matterId: string, button: string, fill?: (page: Page) => Promise<void>): Promise<Page>
  /** Closes every window: their sessions have ended. */
  close(): Promise<void>
}

export function openOffices(journey: Journey): Offices {
  const windows = new Map<string, Page>()
  const window = async (login: string): Promise<Page> => {
    const open = windows.get(login) ?? (await journey.enter(login))
    windows.set(login, open)
    return open
  }
  const ask = async <T>(login: string, path: string, message: object): Promise<T> => {
    const page = await window(login)
    const answer = await page.request.post(`${journey.address}/api/${path}`, {
      data: message,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    if (!answer.ok()) throw new Error(`${login} ${path}: ${await answer.text()}`)
    return ((await answer.json()) as { value: T }).value
  }
  return {
    window,
    ask,
    secondWindow: async (login) => await (await window(login)).context().newPage(),
    step: async (login, matterId, taken) => {
      const { steps } = await ask<{ steps: number }>(login, 'see/matter.get', { matterId })
      await ask(login, 'do/matter.step', { matterId, steps, ...taken })
    },
    press: async (login, matterId, button, fill) => {
      const page = await window(login)
      await page.goto(`${journey.address}/desk/matters/${matterId}`)
      await pressOn(page, button)
      await fill?.(page)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      return page
    },
    close: async () => {
      for (const page of windows.values()) await page.context().close()
      windows.clear()
    },
  }
}

/** Opens a step from its button, or from behind the three dots. */
export async function pressOn(page: Page, button: string): Promise<void> {
  const main = page.locator('main')
  const shown = main.getByRole('button', { name: button, exact: true })
  const more = main.getByRole('button', { name: '其他', exact: true })
  await shown.or(more).first().waitFor()
  if ((await shown.count()) > 0) await shown.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: button, exact: true }).click()
  }
  await page.getByRole('dialog').waitFor()
}
