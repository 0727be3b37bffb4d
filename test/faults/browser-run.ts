import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_PASSWORD } from '../../demo/index.ts'
import { killBrowser } from './browser-process.ts'
import { type Chance, chanceOf } from './chance.ts'
import { countsOf, type FieldSeat, type FieldWindow, fillVisit, openField, takeAlong, unlock } from './field-page.ts'
import { startGuidui, waitForAnswer } from './guidui-process.ts'
import { stopDatabase } from './kill-run.ts'

export interface BrowserReport {
  readonly kills: number
  /** Items that showed 已存本机, and those of them that were not there afterwards. */
  readonly shown: number
  readonly lost: number
  /** In the end: items on the device that were delivered, and visits that the server has. */
  readonly delivered: number
  readonly onServer: number
  readonly needsHand: number
}

const LOGIN = 'chen.xiaoqin'
const FIRST_START = 240_000

/** A real browser is killed again and again while it saves or sends, and opened again on the same profile. */
export async function runBrowserKills(given: {
  kills: number
  seed: number
  port: number
  browser: string
  say: (line: string) => void
}): Promise<BrowserReport> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-field-'))
  const profile = await mkdtemp(join(tmpdir(), 'guidui-profile-'))
  await chmod(dataDirectory, 0o755)
  const heard: string[] = []
  const guidui = startGuidui({ dataDirectory, port: given.port, heard: (line) => void heard.push(line) })
  const address = `http://127.0.0.1:${given.port}`
  try {
    await waitForAnswer(address, FIRST_START, guidui)
    return await killAll({ profile, address, login: LOGIN, password: DEMO_PASSWORD, browser: given.browser }, given)
  } catch (fault) {
    throw new Error(`${String(fault)}\nthe server's last words:\n${heard.slice(-15).join('\n')}`, { cause: fault })
  } finally {
    await guidui.stop()
    await stopDatabase(dataDirectory)
    for (const directory of [dataDirectory, profile]) await rm(directory, { recursive: true, force: true })
  }
}

/** Kills the browser of a seat so often, and gives what was on the device and on the server in the end. */
export async function killAll(
  seat: FieldSeat,
  given: { kills: number; seed: number; say: (line: string) => void },
): Promise<BrowserReport> {
  const chance = chanceOf(given.seed)
  let window = await openField(seat)
  await takeAlong(window.page, seat.password)
  const before = await visitsOnServer(window, seat.address)
  let [known, shown, lost] = [0, 0, 0]
  for (let kill = 0; kill < given.kills; kill += 1) {
    const showed = chance() < 0.65 ? await killWhileSaving(window, seat, chance) : await killWhileSending(window, seat, chance)
    window = await openField(seat)
    await unlock(window.page, seat.password)
    const { saved } = await countsOf(window.page)
    shown += showed
    lost += Math.max(0, known + showed - saved)
    known = saved
    if ((kill + 1) % 10 === 0) given.say(`  ${kill + 1} of ${given.kills} kills, ${shown} showed 已存本机, ${lost} of them lost`)
  }
  const { acked, needsHand } = await sendRest(window)
  const onServer = (await visitsOnServer(window, seat.address)) - before
  await window.context.close()
  return { kills: given.kills, shown, lost, delivered: acked, onServer, needsHand }
}

/** Saves, and is killed at some moment of it. Gives 1 where 已存本机 was seen before. */
async function killWhileSaving({ context, page }: FieldWindow, seat: FieldSeat, chance: Chance): Promise<0 | 1> {
  await context.setOffline(chance() < 0.5)
  await fillVisit(page, seat.address)
  const seen = page
    .getByText('已存本机：')
    .waitFor({ timeout: 20_000 })
    .then(
      () => 1 as const,
      () => 0 as const,
    )
  await page.keyboard.press('Control+Enter')
  await sleep(chance() * 250)
  await killBrowser(seat.profile)
  return await seen
}

/** Sends what waits, and is killed at some moment of it. */
async function killWhileSending({ context, page }: FieldWindow, seat: FieldSeat, chance: Chance): Promise<0> {
  await context.setOffline(false)
  await page
    .getByRole('button', { name: '现在送' })
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await sleep(chance() * 300)
  await killBrowser(seat.profile)
  return 0
}

async function sendRest({ context, page }: FieldWindow) {
  await context.setOffline(false)
  for (let round = 0; round < 60; round += 1) {
    const counts = await countsOf(page)
    if (counts.sealed === 0) return counts
    await page
      .getByRole('button', { name: '现在送' })
      .click({ timeout: 2_000 })
      .catch(() => undefined)
    await sleep(500)
  }
  return await countsOf(page)
}

/** How many visits of the station there are, by the server's own list. */
async function visitsOnServer({ context }: FieldWindow, address: string): Promise<number> {
  let [count, cursor] = [0, undefined as string | undefined]
  do {
    const data = { limit: 500, ...(cursor === undefined ? {} : { cursor }) }
    const answer = await context.request.post(`${address}/api/see/visit.list`, { data })
    const { value } = (await answer.json()) as { value: { rows: unknown[]; next?: string } }
    count += value.rows.length
    cursor = value.next
  } while (cursor !== undefined)
  return count
}
