import { mkdir } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { seriousFindings } from './axe.ts'
import { type Offices, openOffices } from './offices.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'
import { capture } from './phone.ts'

const STATION = '500112017005'
const PICTURES = process.env['GUIDUI_PICTURES']

let journey: Journey
let offices: Offices
let personId = ''

/** A change that a device recorded without a network, while the desk changed the same fields. */
beforeAll(async () => {
  journey = await openJourney(600)
  offices = openOffices(journey)
  const citizenId = makeCitizenId({ region6: '990112', bornOn: '1958-03-05' as PlainDate, sequence: 779 })
  personId = await capture(offices, { name: '欧阳两版', citizenId, phone: '10066668888' })
  const change = (changes: object) => ({ personId, version: 1, changes, reason: '入户核对' })
  const atDesk = { phone: '10033334444', living: 'withFamily', residenceRegion: STATION }
  await offices.ask('peng.xuemei', 'do/person.change', change(atDesk))
  const onDevice = { phone: '10055556666', living: 'alone', residenceRegion: '500112017007' }
  await offices.ask('chen.xiaoqin', 'do/field.contest', {
    itemId: crypto.randomUUID(),
    action: 'person.change',
    body: change(onDevice),
    code: 'changed-meanwhile',
    capturedAt: new Date().toISOString(),
    unitCode: STATION,
    personId,
  })
})

afterAll(() => journey.close())

/** The two versions stand on the person's page, on a tab of their own. */
async function openClaim(page: Page): Promise<Locator> {
  await page.goto(`${journey.address}/desk/people/${personId}`)
  await page.getByRole('tab', { name: '两个版本' }).click()
  const card = page.locator('.claim-card')
  await card.waitFor()
  return card
}

describe.each([
  ['the desk', DESK],
  ['a phone', PHONE],
] as const)('two versions of a file on %s', (where, size) => {
  test('are said in words and masked, and have nothing serious for axe', async () => {
    const page = await journey.enter('chen.xiaoqin', size)
    const card = await openClaim(page)
    await expect.poll(() => card.innerText()).toContain('独居')
    // The names of places come a moment after the versions.
    await expect.poll(() => card.innerText()).not.toMatch(/5001120170\d\d/)

    const said = await card.innerText()
    expect(said).toContain('手机：用哪一个')
    expect(said).toContain('100****6666')
    expect(said).toContain('100****4444')
    expect(said).not.toMatch(/alone|withFamily|living|residenceRegion|10055556666|10033334444/)
    expect(await seriousFindings(page)).toEqual([])
    if (PICTURES) {
      await mkdir(PICTURES, { recursive: true })
      await card.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${PICTURES}/claims-${where === 'a phone' ? 390 : 1366}.png` })
    }
    await page.context().close()
  })
})

test('one of each is chosen by keyboard, and the file says what was chosen', async () => {
  const page = await journey.enter('chen.xiaoqin')
  const card = await openClaim(page)
  await card.getByRole('button', { name: '选定' }).press('Enter')
  await expect.poll(() => card.innerText()).toContain('请每一项都选一个')

  const groups = card.getByRole('group')
  for (let at = 0; at < (await groups.count()); at += 1) await groups.nth(at).getByRole('radio').first().press('Space')
  await card.getByLabel('依据').fill('当面问过本人')
  await card.getByLabel('依据').press('Enter')

  await expect.poll(() => page.locator('.claim-card').count()).toBe(0)
  await page.reload()
  await expect.poll(() => page.locator('main').innerText()).toContain('独居')
})

test('who keeps the own words and hears no answer sends the very same again, and it is done once', async () => {
  const page = await journey.enter('chen.xiaoqin')
  const { version } = await offices.ask<{ version: number }>('peng.xuemei', 'see/person.get', { personId })
  await page.goto(`${journey.address}/desk/people/${personId}`)
  await page.getByRole('button', { name: '修改基本情况' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('手机').fill('10077778888')
  await drawer.getByLabel('为什么改').fill('本人来改')
  await offices.ask('peng.xuemei', 'do/person.change', { personId, version, changes: { phone: '10022223333' }, reason: '电话核对' })
  await page.keyboard.press('Control+Enter')
  const mine = drawer.getByRole('button', { name: '按我填的存' })
  await mine.waitFor()

  const sent: { key: string | undefined; body: string | null }[] = []
  const line = { isLost: true }
  await page.route('**/api/do/person.change', async (route) => {
    sent.push({ key: route.request().headers()['idempotency-key'], body: route.request().postData() })
    const response = await route.fetch()
    await (line.isLost ? route.abort() : route.fulfill({ response }))
  })
  await mine.click()
  const again = drawer.getByRole('button', { name: '重试' })
  await again.waitFor()
  line.isLost = false
  await again.click()
  await drawer.waitFor({ state: 'detached' })

  expect(sent.length).toBeGreaterThan(1)
  expect(sent).toEqual(sent.map(() => sent[0]))
  const after = await offices.ask<{ version: number; phoneMasked: string }>('peng.xuemei', 'see/person.get', { personId })
  expect(after).toMatchObject({ version: version + 2, phoneMasked: '100****8888' })
})
