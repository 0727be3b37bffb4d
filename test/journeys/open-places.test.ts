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

describe('somebody without an account looks for the memorials of a region', () => {
  const county = () => anybody.locator('.count-tiles a', { hasText: '渝北' })

  test('sees how many lie in each county, and goes down by the picture and back by the way they came', async () => {
    await anybody.goto(`${journey.address}/open/memorials/50`)
    await settle(anybody)
    const count = Number(await county().locator('.va').innerText())
    expect(count).toBeGreaterThan(0)
    await expectAccessible(anybody)

    await county().press('Enter')
    await settle(anybody)

    expect(new URL(anybody.url()).pathname).toBe('/open/memorials/500112')
    expect(await anybody.locator('.memorials > li').count()).toBe(count)
    expect(await anybody.locator('.memorial-plan circle').count()).toBe(count)
    await expectAccessible(anybody)
    await anybody.getByRole('link', { name: '重庆市', exact: true }).press('Enter')
    await settle(anybody)
    expect(await heading()).toBe('重庆市烈士纪念设施')
  })

  test('sees one more when the office has published it, and none of it when it is taken back', async () => {
    const officer = await journey.enter('jiang.wenbo')
    await officer.goto(`${journey.address}/desk/work-sites`)
    await officer.getByRole('radio', { name: '待公布' }).check()
    await settle(officer)
    const waiting = officer.locator('tr', { has: officer.getByRole('button', { name: '公布', exact: true }) }).first()
    const name = await waiting.locator('a b').innerText()
    await expectAccessible(officer)
    await waiting.getByRole('button', { name: '公布', exact: true }).click()
    await officer.getByText('已公布 1 处。').waitFor()

    const shown = async () => {
      const answer = await anybody.request.get(`${journey.address}/api/open/memorials/500112017?page=1`)
      const county = await anybody.request.get(`${journey.address}/api/open/memorials/500112`)
      return `${await answer.text()}${await county.text()}`.includes(name)
    }
    await expect.poll(shown, { timeout: 60_000, interval: 2_000 }).toBe(true)

    await officer.getByRole('radio', { name: '已公布' }).check()
    await settle(officer)
    await officer.locator('tr', { hasText: name }).getByRole('button', { name: '撤下' }).click()
    await officer.getByLabel('为什么撤下').fill('正在修缮')
    await officer.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
    await officer.locator('tr', { hasText: name }).waitFor({ state: 'detached' })
    await expect.poll(shown, { timeout: 60_000, interval: 2_000 }).toBe(false)
  }, 180_000)

  test('is told when nothing has been published, and when the server does not answer', async () => {
    await anybody.goto(`${journey.address}/open/memorials/500112017005`)
    await anybody.getByText('这里还没有公布的纪念设施').waitFor()
    await anybody.route('**/api/open/memorials/**', (route) => route.abort())
    await anybody.goto(`${journey.address}/open/memorials/500103`)
    await anybody.getByText('纪念设施没有取到').waitFor({ timeout: 30_000 })
    await anybody.unroute('**/api/open/memorials/**')

    await anybody.getByRole('button', { name: '重试' }).click()
    await anybody.getByRole('heading', { name: '渝中区烈士纪念设施' }).waitFor()
  })
})
