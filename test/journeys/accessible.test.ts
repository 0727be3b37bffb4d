import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney(600)
})

afterAll(() => journey.close())

const STATION = [
  '/desk/today',
  '/desk/people',
  '/desk/people/new',
  '/desk/people/transfers',
  '/desk/visits',
  '/desk/visits/due',
  '/desk/network',
  '/desk/imports',
  '/desk/exports',
  '/desk/matters',
  '/desk/hall',
  '/desk/matters/kinds',
  '/desk/matters/kinds/petition',
  '/desk/matters/balance',
  '/desk/account',
]
const COUNTY = ['/desk/today', '/desk/people', '/desk/network', '/desk/network/rows', '/desk/network/units', '/desk/network/gaps']

/** Nothing moves any more and nothing is being fetched. */
async function settle(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.waitForTimeout(1_200)
}

describe.each([
  ['the desk', DESK],
  ['a phone', PHONE],
])('on %s', (_where, size) => {
  let officer: Page

  // Once a size: a one-time code is good for one sign-in.
  beforeAll(async () => {
    officer = await journey.enter('jiang.wenbo', size)
  })

  test.each(['/sign-in', '/me', '/open'])('%s has nothing serious for axe', async (path) => {
    const page = await journey.enter(undefined, size)
    await page.goto(journey.address + path)
    await settle(page)

    expect(await seriousFindings(page)).toEqual([])
    await page.context().close()
  })

  test.each(STATION)('a station worker’s %s has nothing serious for axe', async (path) => {
    const page = await journey.enter('chen.xiaoqin', size)
    await page.goto(journey.address + path)
    await settle(page)

    expect(await seriousFindings(page)).toEqual([])
    await page.context().close()
  })

  test.each(COUNTY)('a county officer’s %s has nothing serious for axe', async (path) => {
    await officer.goto(journey.address + path)
    await settle(officer)

    expect(await seriousFindings(officer)).toEqual([])
  })

  test('a matter, the hall with somebody in it and what may be begun there have nothing serious for axe', async () => {
    const page = await journey.enter('chen.xiaoqin', size)
    const found = await page.request.post(`${journey.address}/api/see/person.list`, { data: { place: '500112017005', limit: 9 } })
    const people: { id: string }[] = (await found.json()).value.rows
    const personId = people[size === DESK ? 1 : 2]?.id
    await page.goto(`${journey.address}/desk/hall?person=${personId}`)
    await settle(page)
    expect(await seriousFindings(page)).toEqual([])

    await page.locator('li', { hasText: '优待证' }).getByRole('button', { name: '办这件' }).last().click()
    await settle(page)
    expect(await seriousFindings(page)).toEqual([])

    const begun = { typeCode: 'preferenceCard', unitCode: '500112017005', personId, answers: { kind: 'veteran', phone: '10012345678' } }
    const opened = await page.request.post(`${journey.address}/api/do/matter.open`, {
      data: begun,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    await page.goto(`${journey.address}/desk/matters/${(await opened.json()).value.id}`)
    await settle(page)
    expect(await seriousFindings(page)).toEqual([])
    await page.context().close()
  })

  test('a person’s file and the drawer of a visit have nothing serious for axe', async () => {
    const page = await journey.enter('chen.xiaoqin', size)
    const found = await page.request.post(`${journey.address}/api/see/person.find`, { data: { query: '王' } })
    const personId: string = (await found.json()).value.rows[0].id
    await page.goto(`${journey.address}/desk/people/${personId}`)
    await settle(page)

    expect(await seriousFindings(page)).toEqual([])
    await page.goto(`${journey.address}/desk/today?record=${personId}`)
    await settle(page)
    expect(await seriousFindings(page)).toEqual([])
    await page.context().close()
  })
})
