import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'
import { settle } from './settle.ts'

/** Whose pages they are: the demo's accounts, and what each of them opens. */
const PAGES = {
  'chen.xiaoqin': [
    '/desk/today',
    '/desk/people',
    '/desk/people/new',
    '/desk/people/transfers',
    '/desk/people/duplicates',
    '/desk/visits',
    '/desk/visits/due',
    '/desk/network',
    '/desk/imports',
    '/desk/exports',
    '/desk/matters',
    '/desk/matters/kinds',
    '/desk/matters/kinds/petition',
    '/desk/matters/balance',
    '/desk/matters/roster',
    '/desk/hall',
    '/desk/field',
    '/desk/work',
    '/desk/work-kinds',
    '/desk/account',
  ],
  'tao.jin': [
    '/desk/ledger',
    '/desk/ledger/batches/0180baa4-ac96-740d-88dc-dc31d7cb8f09',
    '/desk/ledger/accounts/01808414-453b-7189-8108-7a2e29112008',
  ],
  'luo.xitong': ['/desk/accounts'],
  'deng.anquan': ['/desk/devices', '/desk/devices/bring-in'],
  'fan.shenji': ['/desk/journal'],
  'jiang.wenbo': [
    '/desk/today',
    '/desk/people',
    '/desk/network',
    '/desk/network/rows',
    '/desk/network/units',
    '/desk/network/gaps',
    '/desk/assessment',
    '/desk/placement',
    '/desk/placement/posts',
    '/desk/placement/schemes',
    '/desk/placement/after',
    '/desk/placement/allowances',
    '/desk/placement/assessment',
    '/desk/benefits',
    '/desk/benefits/confirmations',
    '/desk/benefits/lump-sums',
    '/desk/briefs',
    '/desk/ledger',
    '/desk/rounds',
  ],
  nobody: ['/sign-in', '/me', '/open', '/open/rounds', '/open/rounds/how', '/open/verify'],
} as const

type Who = keyof typeof PAGES

const opened = Object.entries(PAGES).flatMap(([who, paths]) => paths.map((path) => [who as Who, path] as const))

/** In the page: tables that scroll sideways although their rows are not compared, and values of cards without a name. */
function listTooWide(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.wide-table:not(.comparing)')].flatMap((frame) => {
    const name = frame.getAttribute('aria-label') ?? ''
    const isNameless = frame.querySelector('tbody td:not([data-title], [data-empty])') !== null
    return [...(frame.scrollWidth > frame.clientWidth ? [`${name} scrolls`] : []), ...(isNameless ? [`${name} has a nameless value`] : [])]
  })
}

/** Opens every page in a window of a size and lets axe look. A file a size: two of them share the work. */
export function describeAccessible(where: string, size: { readonly width: number; readonly height: number }): void {
  describe(`on ${where}`, () => {
    const windows = {} as Record<Who, Page>
    let journey: Journey

    beforeAll(async () => {
      journey = await openJourney(600)
      for (const who of Object.keys(PAGES) as Who[]) windows[who] = await journey.enter(who === 'nobody' ? undefined : who, size)
    })

    afterAll(() => journey.close())

    test.each(opened)('of %s %s has nothing serious for axe', async (who, path) => {
      const page = windows[who]
      await page.goto(journey.address + path)
      await settle(page)

      expect(await seriousFindings(page)).toEqual([])
      if (size === PHONE) expect(await page.evaluate(listTooWide)).toEqual([])
    })

    test('a matter, the hall with somebody in it and what may be begun there have nothing serious for axe', async () => {
      const page = windows['chen.xiaoqin']
      const found = await page.request.post(`${journey.address}/api/see/person.list`, { data: { place: '500112017005', limit: 9 } })
      const people: { id: string }[] = (await found.json()).value.rows
      const personId = people[size === DESK ? 1 : 2]?.id
      await page.goto(`${journey.address}/desk/hall?person=${personId}`)
      await settle(page)
      expect(await seriousFindings(page)).toEqual([])

      await page.locator('li', { hasText: '优待证' }).getByRole('button', { name: '办这件' }).last().click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
      expect(await seriousFindings(page)).toEqual([])

      const begun = { typeCode: 'preferenceCard', unitCode: '500112017005', personId, answers: { kind: 'veteran', phone: '10012345678' } }
      const matter = await page.request.post(`${journey.address}/api/do/matter.open`, {
        data: begun,
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      await page.goto(`${journey.address}/desk/matters/${(await matter.json()).value.id}`)
      await settle(page)
      expect(await seriousFindings(page)).toEqual([])
    })

    test('a person’s file and the drawer of a visit have nothing serious for axe', async () => {
      const page = windows['chen.xiaoqin']
      const found = await page.request.post(`${journey.address}/api/see/person.find`, { data: { query: '王' } })
      const personId: string = (await found.json()).value.rows[0].id
      await page.goto(`${journey.address}/desk/people/${personId}`)
      await settle(page)

      expect(await seriousFindings(page)).toEqual([])
      await page.goto(`${journey.address}/desk/today?record=${personId}`)
      await page.getByRole('dialog').waitFor()
      await settle(page)
      expect(await seriousFindings(page)).toEqual([])
    })
  })
}
