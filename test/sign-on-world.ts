import { expect } from 'vitest'
import { openProvider } from '../src/platform/access/oidc/provider.ts'
import { readProviderAddress } from '../src/platform/access/oidc/provider-address.ts'
import { type browserOf, openAccessWorld, PASSWORD } from './access-world.ts'
import { openProviderRoom, visitProvider } from './provider-room.ts'
import { openSessionApp } from './session-app.ts'

type Browser = ReturnType<typeof browserOf>

/** Accounts, a real provider, and browsers in front of the sign-in. */
export async function openSignOnWorld() {
  const [world, room] = [await openAccessWorld(), await openProviderRoom()]

  async function openApp(given: { now?: Date; setting?: string; secure?: boolean; log?: (line: string) => void } = {}): Promise<Browser> {
    const { setting = room.setting, log = () => undefined, ...more } = given
    const address = readProviderAddress(setting)
    if (!address) throw new Error(`${setting} names no provider`)
    return await openSessionApp(world, { ...more, log, provider: openProvider(address, log) })
  }

  return {
    world,
    room,
    openApp,
    /** The same browser at another moment. */
    later: async (browser: Browser, now: Date): Promise<Browser> => {
      const moved = await openApp({ now })
      for (const [name, value] of browser.jar) moved.jar.set(name, value)
      return moved
    },
    leavesOf: async (accountId: string): Promise<string[]> =>
      (await world.ownerPool.query('select action_name from spine.leaves where subject_id = $1 order by seq', [accountId])).rows.map(
        ({ action_name }) => action_name,
      ),
    close: async () => {
      await world.close()
      await room.close()
    },
  }
}

export const begin = ({ ask }: Browser, page?: string) => ask('POST', '/api/session/sign-on', { to: 'sign-in', ...(page && { page }) })

/** Goes to the provider and says who it is there; the address that it is sent back to. */
export async function comingBack(browser: Browser, subject: string | undefined, page?: string): Promise<string> {
  const { url } = (await begin(browser, page)).json()
  const { pathname, search } = new URL(await visitProvider(url, subject))
  return pathname + search
}

export const arrive = async ({ ask }: Browser, address: string): Promise<string> => {
  const { statusCode, headers } = await ask('GET', address)
  expect(statusCode).toBe(303)
  return String(headers.location)
}

export const enterAs = async (browser: Browser, subject: string | undefined, page?: string) =>
  arrive(browser, await comingBack(browser, subject, page))

export const who = async ({ ask }: Browser): Promise<string | undefined> => (await ask('GET', '/api/session')).json().account?.login

/** Signs in with the password and binds: where the browser ends up. */
export async function bind(browser: Browser, login: string, subject: string, given: { code?: string } = {}): Promise<string> {
  const entered = await browser.ask('POST', '/api/session', { login, password: PASSWORD, ...given })
  expect(entered.statusCode).toBe(200)
  const begun = await browser.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })
  expect(begun.statusCode).toBe(200)
  const { pathname, search } = new URL(await visitProvider(begun.json().url, subject))
  return arrive(browser, pathname + search)
}
