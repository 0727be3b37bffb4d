import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { seriousFindings } from './axe.ts'
import { type Journey, openJourney } from './open-journey.ts'

const run = promisify(execFile)
const STATION = '500112017005'

let journey: Journey
let [station, county]: [Page | undefined, Page | undefined] = [undefined, undefined]

const pageOf = (page: Page | undefined): Page => {
  if (!page) throw new Error('nobody has signed in')
  return page
}

beforeAll(async () => {
  journey = await openJourney()
  station = await journey.enter('chen.xiaoqin')
  county = await journey.enter('jiang.wenbo')
})

afterAll(() => journey.close())

describe('reporting in', () => {
  let matterId = ''

  test('is begun with nine items on one form, and the receipt names the papers that are wanting', async () => {
    const page = pageOf(station)
    const { rows } = await ask<{ rows: { id: string }[] }>(page, 'see/person.list', { place: STATION, limit: 1 })
    const items = ['registry', 'household', 'identityCard', 'reserve', 'party', 'pension', 'medical', 'grant', 'card']
    const answers = { dischargedOn: '2026-06-01', phone: '10012345678', items, wish: 'work' }
    const begun = { typeCode: 'reportIn', unitCode: STATION, personId: rows[0]?.id, answers }
    matterId = (await ask<{ id: string }>(page, 'do/matter.open', begun)).id

    await page.goto(`${journey.address}/desk/matters/${matterId}/letters/receipt`)

    await expect.poll(() => page.locator('.letter').innerText()).toContain('还缺材料（一次说全）：退役证、行政介绍信。')
  })

  test('is received by the county, and the register is a Word file that an office opens', async () => {
    const page = pageOf(county)
    for (const code of ['certificate', 'letter']) await ask(page, 'do/matter.giveDocument', { matterId, code })
    await ask(page, 'do/matter.step', { matterId, steps: 1, step: 'accept' })
    await page.goto(`${journey.address}/desk/matters/${matterId}/letters/register`)
    await expect.poll(() => page.locator('.letter').innerText()).toContain('☑建档立卡')
    expect(await seriousFindings(page)).toEqual([])

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()])

    expect(download.suggestedFilename()).toMatch(/^退役军人报到登记表-.*\.docx$/)
    const folder = await mkdtemp(join(tmpdir(), 'guidui-register-'))
    try {
      await download.saveAs(join(folder, 'register.docx'))
      expect((await readFile(join(folder, 'register.docx'))).subarray(0, 2).toString()).toBe('PK')
      const office = ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', 'txt:Text (encoded):UTF8']
      const opened = await run('soffice', [...office, '--outdir', folder, join(folder, 'register.docx')], { timeout: 150_000 }).catch(
        (fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? undefined : Promise.reject(fault)),
      )
      if (opened) expect(await readFile(join(folder, 'register.txt'), 'utf8')).toContain('☑优待证申请')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('the roster of duty lawyers', () => {
  test('is set by the county, and a consultation at the station is offered the day', async () => {
    const page = pageOf(county)
    await page.goto(`${journey.address}/desk/matters/roster`)
    await page.getByRole('button', { name: '排一天' }).first().click()
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('哪天').fill(day)
    await page.getByLabel('谁坐班').fill('下午 孙文')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain('第 1 行看不懂')
    await page.getByLabel('谁坐班').fill('14:30-17:00 孙文')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('main').innerText()).toContain('14:30-17:00 孙文')
    expect(await seriousFindings(page)).toEqual([])

    const { slots } = await ask<{ slots: { onDay: string }[] }>(pageOf(station), 'see/roster.list', { place: STATION })
    expect(slots.map(({ onDay }) => onDay)).toContain(day)
    await pageOf(station).goto(`${journey.address}/desk/matters/roster`)
    await expect.poll(() => pageOf(station).locator('main').innerText()).toContain('14:30-17:00 孙文')
    expect(await pageOf(station).getByRole('button', { name: '排一天' }).count()).toBe(0)
  })
})
