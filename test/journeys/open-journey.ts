import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Browser, type BrowserContext, type Cookie, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { listDemoAccounts, listDemoPeople } from '../../demo/index.ts'
import { startFolding } from '../../src/modules/indicators/index.ts'
import type { Ground } from '../../src/platform/actions/run-action.ts'
import { type Clock, systemClock } from '../../src/platform/clock/clock.ts'
import { type FileStore, openFileStore } from '../../src/platform/files/index.ts'
import { buildServer, type ServerParts } from '../../src/server.ts'
import { openTestDatabase } from '../database/clone.ts'
import { loadDemoOnce, DEMO_SECRETS as secrets } from './load-demo-once.ts'
import { watchFetching } from './settle.ts'

export const WEB = join(import.meta.dirname, '..', '..', 'dist', 'web')

/**
 * As root and without a network: the flags keep Chromium from looking for hosts that are not there. A page lives for a few
 * seconds here: what the optimizing compilers give it is less than what they take.
 */
const FLAGS = [
  '--js-flags=--no-maglev --no-turbofan',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const BROWSERS = [
  process.env['GUIDUI_HEADLESS_SHELL'] ?? '',
  process.env['GUIDUI_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

export const DESK = { width: 1366, height: 768 } as const
export const PHONE = { width: 390, height: 844 } as const

export interface Journey {
  readonly address: string
  /** A window of somebody's own: signed in as a demo account, with the session that it has open already, or as nobody. */
  enter(login: string | undefined, size?: { width: number; height: number }): Promise<Page>
  /** What the program stands on, for rows that nobody could wait for: a window of a week that has closed. */
  readonly ground: Ground & { readonly files: FileStore }
  readonly ownerPool: Pool
  /** Signs a window in again whose session has ended. */
  signIn(page: Page, login: string): Promise<void>
  /** Starts the program anew with other pages, at the same address and on the same data. */
  upgrade(webDirectory: string): Promise<void>
  close(): Promise<void>
}

/** The real program on a real database with a small demo, in front of a real browser. The days are today's unless a clock is given. */
export async function openJourney(people = 1_200, clock: Clock = systemClock, more: Pick<ServerParts, 'provider'> = {}): Promise<Journey> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('The pages are not built: run npm run build first.')
  const database = await openTestDatabase(await loadDemoOnce(inject('testServer'), { people, clock }))
  const folding = startFolding(database.appConnection, () => undefined)
  const stored = await mkdtemp(join(tmpdir(), 'guidui-journey-'))
  const parts = {
    ...more,
    pool: database.appPool,
    mePool: database.mePool,
    files: await openFileStore({ directory: stored, secrets }),
    clock,
    secrets,
    secure: false,
    log: (line: string) => process.stderr.write(`${line}\n`),
    // The demo shows on the page what a telephone would show.
    sendCode: () => Promise.resolve(true),
    listDemoPeople: () => listDemoPeople({ pool: database.ownerPool, secrets, today: clock.today() }),
    listDemoAccounts: () => listDemoAccounts({ pool: database.ownerPool, secrets, clock }),
  }
  let server = await buildServer({ ...parts, webDirectory: WEB })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: BROWSERS.find((path) => existsSync(path)) ?? 'chromium', args: FLAGS })
  const door: Door = { browser, address, sessions: new Map() }
  return {
    address,
    enter: (login, size = DESK) => enter(door, login, size),
    ground: { pool: database.appPool, clock: systemClock, secrets, files: parts.files },
    ownerPool: database.ownerPool,
    signIn: (page, login) => signIn(page.context(), door, login),
    upgrade: async (webDirectory) => {
      await server.close()
      server = await buildServer({ ...parts, webDirectory })
      await server.listen({ host: '127.0.0.1', port: Number(new URL(address).port) })
    },
    close: async () => {
      await browser.close()
      await server.close()
      await folding.stop()
      await database.close()
      await rm(stored, { recursive: true, force: true })
    },
  }
}

interface Door {
  readonly browser: Browser
  readonly address: string
  /** The cookies of whoever has signed in. */
  readonly sessions: Map<string, Cookie[]>
}

async function enter(door: Door, login: string | undefined, size: { width: number; height: number }): Promise<Page> {
  const context = await door.browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.on('page', watchFetching)
  if (login !== undefined && !(await takeSession(context, door, login))) await signIn(context, door, login)
  const page = await context.newPage()
  await page.goto(`${door.address}/`)
  return page
}

/** A second window of somebody needs no second sign-in, which would wait for the next one-time code. False where no session is open. */
async function takeSession(context: BrowserContext, { address, sessions }: Door, login: string): Promise<boolean> {
  const cookies = sessions.get(login)
  if (cookies === undefined) return false
  await context.addCookies(cookies)
  const { account } = (await (await context.request.get(`${address}/api/session`)).json()) as { account: object | null }
  if (account === null) await context.clearCookies()
  return account !== null
}

/** How long a one-time code lasts, and a little more. */
const NEXT_CODE = 35_000

/**
 * Signs in over the API, with the one-time code that the demo shows; the sign-in page has a journey of its own. A code is good
 * for one sign-in: whoever signs in twice within half a minute waits for the next one.
 */
async function signIn(context: BrowserContext, { address, sessions }: Door, login: string): Promise<void> {
  for (const since = Date.now(); ; await sleep(1_000)) {
    const refused = await trySignIn(context, address, login)
    if (refused === undefined) return void sessions.set(login, await context.cookies())
    const isUsedCode = refused.includes('code-wrong') && Date.now() - since < NEXT_CODE
    if (!isUsedCode) throw new Error(`Signing in as ${login} was answered with ${refused}`)
  }
}

/** Undefined once it is done; else what was answered. A code that this process has used already is not sent again: wrong ones are counted. */
async function trySignIn(context: BrowserContext, address: string, login: string): Promise<string | undefined> {
  const shown: { demoAccounts: { login: string; password: string; code?: string }[] } = await (
    await context.request.get(`${address}/api/session`)
  ).json()
  const account = shown.demoAccounts.find((one) => one.login === login)
  if (!account) throw new Error(`The demo has no account ${login}.`)
  const { password, code } = account
  const used = `${address} ${login} ${code}`
  if (code !== undefined && usedCodes.has(used)) return 'code-wrong'
  usedCodes.add(used)
  const answer = await context.request.post(`${address}/api/session`, {
    data: { login, password, ...(code === undefined ? {} : { code }) },
  })
  return answer.ok() ? undefined : `${answer.status()}: ${await answer.text()}`
}

const usedCodes = new Set<string>()
