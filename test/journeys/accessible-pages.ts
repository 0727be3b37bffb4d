import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'
import { settle } from './settle.ts'

/** Whose pages they are: the demo's accounts, and what each of them opens. */
export const PAGES = {
  'chen.xiaoqin': [
    '/desk/today',
    '/desk/people',
    '/desk/people/new',
    '/desk/people/ages',
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
    '/desk/work-sites',
    '/desk/memorials',
  ],
  nobody: [
    '/sign-in',
    '/me',
    '/open',
    '/open/rounds',
    '/open/rounds/how',
    '/open/verify',
    '/open/units',
    '/open/units/500112017',
    '/open/memorials',
    '/open/memorials/500112',
  ],
} as const

export type Who = keyof typeof PAGES

/** In the page: tables that scroll sideways although their rows are not compared, and values of cards without a name. */
function listTooWide(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.wide-table:not(.comparing)')].flatMap((frame) => {
    const name = frame.getAttribute('aria-label') ?? ''
    const isNameless = frame.querySelector('tbody td:not([data-title], [data-empty])') !== null
    return [...(frame.scrollWidth > frame.clientWidth ? [`${name} scrolls`] : []), ...(isNameless ? [`${name} has a nameless value`] : [])]
  })
}

/** Has axe look at what stands on a page as it is on a desk and, the window made narrow, on a phone; leaves it wide. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  expect(await seriousFindings(page)).toEqual([])
  await page.setViewportSize(PHONE)
  await settle(page)
  expect(await seriousFindings(page)).toEqual([])
  expect(await page.evaluate(listTooWide)).toEqual([])
  await page.setViewportSize(DESK)
}

interface Accessible {
  readonly journey: () => Journey
  readonly windowOf: (who: Who) => Page
}

/** Opens every page of some, once for both sizes, and lets axe look. Two files share the work. */
export function testAccessible(whose: readonly Who[]): Accessible {
  const windows = new Map<Who, Page>()
  const opened: { journey?: Journey } = {}
  const journey = (): Journey => {
    if (!opened.journey) throw new Error('the journey has not been opened')
    return opened.journey
  }
  const windowOf = (who: Who): Page => {
    const page = windows.get(who)
    if (!page) throw new Error(`no window of ${who} was opened`)
    return page
  }

  beforeAll(async () => {
    opened.journey = await openJourney(600)
    for (const who of whose) windows.set(who, await journey().enter(who === 'nobody' ? undefined : who, DESK))
  })

  afterAll(() => opened.journey?.close())

  test.each(whose.flatMap((who) => PAGES[who].map((path) => [who, path] as const)))(
    'of %s %s has nothing serious for axe, wide and narrow',
    async (who, path) => {
      const page = windowOf(who)
      await page.goto(journey().address + path)
      await expectAccessible(page)
    },
  )
  return { journey, windowOf }
}
