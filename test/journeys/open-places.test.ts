import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './accessible-pages.ts'
import { type Journey, openJourney } from './open-journey.ts'
import { settle } from './settle.ts'

let journey: Journey
let anybody: Page

beforeAll(async () => {
  journey = await openJourney(600)
  anybody = await journey.enter(undefined)
})

afterAll(() => journey.close())

const heading = () => anybody.locator('main h1').innerText()

/** Picks a place by typing, without a mouse. */
async function typePlace(words: string): Promise<void> {
  await anybody.getByRole('combobox').fill(words)
  await anybody.getByRole('option').first().waitFor()
  await anybody.keyboard.press('Enter')
  await settle(anybody)
}

describe('somebody without an account looks for the station that serves them', () => {
  test('finds it by typing where they live, with its telephone and the tier above', async () => {
    await anybody.goto(`${journey.address}/open`)
    await anybody.getByRole('link', { name: '服务机构名录' }).press('Enter')
    await settle(anybody)

    await typePlace('fengminglu')

    expect(new URL(anybody.url()).pathname).toBe('/open/units/500112017005')
    expect(await heading()).toBe('凤鸣路社区服务机构名录')
    const station = anybody.locator('li[data-unit="500112017005"]')
    expect(await station.locator('a[href^="tel:100"]').count()).toBe(1)
    expect(await anybody.locator('li[data-unit="500112017000"] h3').innerText()).toBe('双凤桥退役军人服务站')
    await expectAccessible(anybody)
  })

  test('goes up by the way they came and down again, and each place has an address', async () => {
    await anybody.getByRole('link', { name: '渝北区', exact: true }).press('Enter')
    await settle(anybody)
    expect(new URL(anybody.url()).pathname).toBe('/open/units/500112')
    await expectAccessible(anybody)

    await anybody.locator('tbody').getByRole('link', { name: '双凤桥街道' }).press('Enter')
    await settle(anybody)
    expect(await heading()).toBe('双凤桥街道服务机构名录')
    await anybody.reload()
    await settle(anybody)
    expect(await heading()).toBe('双凤桥街道服务机构名录')
  })

  test('is sent on from a station that has merged', async () => {
    const { rows } = await journey.ownerPool.query<{ unit_code: string; name: string }>(
      `select u.unit_code, t.name from network.service_units u join network.service_units t on t.unit_code = u.merged_into_code
        where u.status = 'merged' order by u.unit_code limit 1`,
    )
    const [merged] = rows
    await anybody.goto(`${journey.address}/open/units/${merged?.unit_code}`)
    await settle(anybody)

    expect(await anybody.locator(`li[data-unit="${merged?.unit_code}"] a`).innerText()).toBe(merged?.name)
    expect(await anybody.locator('.place-two li').first().locator('h3').innerText()).toBe(merged?.name)
  })

  test('is told plainly when the server does not answer, and tries again', async () => {
    await anybody.route('**/api/open/units/**', (route) => route.abort())
    await anybody.goto(`${journey.address}/open/units/500103`)
    await anybody.getByText('名录没有取到').waitFor({ timeout: 30_000 })
    await anybody.unroute('**/api/open/units/**')

    await anybody.getByRole('button', { name: '重试' }).click()
    await anybody.getByRole('heading', { name: '渝中区服务机构名录' }).waitFor()
  })
})
