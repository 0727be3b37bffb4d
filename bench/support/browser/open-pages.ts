import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { rangeOf, UnitCode } from '../../../src/kernel/region-code.ts'
import { installAccount } from '../../../src/platform/access/index.ts'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import { buildServer } from '../../../src/server.ts'
import type { Bench } from '../open-bench.ts'

export const WEB = join(import.meta.dirname, '..', '..', '..', 'dist', 'web')

/** As root and without a network: the flags keep Chromium from looking for hosts that are not there. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Without a window first: the others draw their own toolbar as pages too, on the cores that a telephone has for the one page. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A mid-range phone on a mobile network: 4x slower, 1.6 Mbit/s, 150 ms there and back. */
const SLOW_DOWN = 4
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1366, height: 768 }

/** A station worker of 凤鸣路社区: needs no second factor. */
const ACCOUNT = { login: 'bench.web', password: 'Measured-And-Told-2026!', unitCode: UnitCode.parse('500112017005') }

export interface Window {
  readonly page: Page
  readonly devtools: CDPSession
  readonly close: () => Promise<void>
}

export interface Pages {
  readonly address: string
  /** Name and version of the browser. */
  readonly browser: string
  /** A browser that has never been here: of nobody on a slow phone, or of a station worker. */
  readonly enter: (how: { signedIn: boolean; slow: boolean }) => Promise<Window>
  readonly close: () => Promise<void>
}

/** The built pages behind the whole program, in front of Chromium. */
export async function openPages({ database, secrets }: Bench): Promise<Pages> {
  const { login, password, unitCode } = ACCOUNT
  await withScope(database.ownerPool, rangeOf(unitCode), 'write', (tx) =>
    installAccount(tx, secrets, {
      login,
      name: '陈小芹',
      unitCode,
      password,
      mustChangePassword: false,
      roles: ['stationWorker'],
      now: new Date(),
    }),
  )
  const server = await buildServer({
    pool: database.appPool,
    clock: systemClock,
    secrets,
    secure: false,
    log: () => undefined,
    webDirectory: WEB,
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const executablePath = process.env['GUIDUI_CHROMIUM'] ?? BROWSERS.find(existsSync) ?? 'chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    address,
    browser: `${basename(executablePath)} ${browser.version()}`,
    enter: (how) => enter({ browser, address }, how),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

async function enter(
  { browser, address }: { browser: Browser; address: string },
  how: { signedIn: boolean; slow: boolean },
): Promise<Window> {
  const context = await browser.newContext({ viewport: how.signedIn ? DESK : PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  if (how.signedIn) await signIn(context, address)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (how.slow) {
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN })
  }
  return { page, devtools, close: () => context.close() }
}

async function signIn(context: BrowserContext, address: string): Promise<void> {
  const { login, password } = ACCOUNT
  const answer = await context.request.post(`${address}/api/session`, { data: { login, password } })
  if (!answer.ok()) throw new Error(`signing in was answered with ${answer.status()}: ${await answer.text()}`)
}
