import { type BrowserContext, chromium, type Page } from 'playwright-core'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']

export interface FieldSeat {
  readonly profile: string
  readonly address: string
  readonly login: string
  readonly password: string
  readonly browser: string
}

export interface FieldWindow {
  readonly context: BrowserContext
  readonly page: Page
}

/** Opens the profile as it was left, signed in, on the page of the field. */
export async function openField({ profile, address, login, password, browser }: FieldSeat): Promise<FieldWindow> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: browser, args: FLAGS, locale: 'zh-CN' })
  await context.request.post(`${address}/api/session`, { data: { login, password } })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${address}/desk/field`)
  return { context, page }
}

const strip = (page: Page) => page.getByRole('complementary', { name: '下村数据' })

export async function takeAlong(page: Page, password: string): Promise<void> {
  await page.getByLabel('登录密码').fill(password)
  await page.getByRole('button', { name: '带走本村' }).click()
  await page.getByText(/已带走 \d+ 人/).waitFor({ timeout: 120_000 })
}

export async function unlock(page: Page, password: string): Promise<void> {
  await strip(page).getByRole('button', { name: '输入密码' }).click()
  await strip(page).getByLabel('密码').fill(password)
  await strip(page).getByRole('button', { name: '打开', exact: true }).click()
  await strip(page)
    .getByText(/已存本机 \d+/)
    .waitFor({ timeout: 60_000 })
}

export interface Counts {
  readonly saved: number
  readonly sealed: number
  readonly acked: number
  readonly needsHand: number
}

/** What the strip says. */
export async function countsOf(page: Page): Promise<Counts> {
  // As it is read and not as it stands in the source: what is hidden does not count.
  // biome-ignore lint/performance/useDomNodeTextContent: the words that are seen
  const words = await strip(page).innerText()
  const count = (label: string) => Number(new RegExp(`${label} (\\d+)`).exec(words)?.[1] ?? Number.NaN)
  return { saved: count('已存本机'), sealed: count('待送'), acked: count('已送达'), needsHand: count('需处理') }
}

/** Fills in a visit, up to the key that saves it. */
export async function fillVisit(page: Page, address: string): Promise<void> {
  const form = page.getByRole('dialog')
  if ((await form.count()) === 0) {
    await page.getByRole('button', { name: '记走访' }).click()
    await form.waitFor()
  }
  if ((await form.locator('.visit-people li').count()) > 0) return
  await form.getByRole('combobox').first().fill('z')
  await form.getByRole('option').first().waitFor({ timeout: 30_000 })
  await page.keyboard.press('Enter')
  await form.locator('.visit-people li').first().waitFor()
  if (!page.url().startsWith(address)) throw new Error('the page has gone elsewhere')
}
