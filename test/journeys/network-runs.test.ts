import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { type Journey, openJourney } from './open-journey.ts'

const NAME = '司徒归队'
const PHONE = '10066668888'
const citizenId = makeCitizenId({ region6: '990112', bornOn: '1971-03-05' as PlainDate, sequence: 775 })

let journey: Journey
let worker: Page
const watchers = new Map<string, Page>()
let before: Map<string, Figures>
let personId = ''

interface Figures {
  readonly clients: number
  readonly visited: number
}

/** The figures as the strip of the dashboard shows them. */
async function figuresOf(page: Page): Promise<Figures> {
  const figure = async (label: string) => {
    const text = await page.locator('ul.strip > li', { hasText: label }).first().locator('.v').innerText()
    return Number(text.replace(/[^\d.]/g, ''))
  }
  return { clients: await figure('服务对象'), visited: await figure('走访人数') }
}

beforeAll(async () => {
  journey = await openJourney()
  worker = await journey.enter('chen.xiaoqin')
  for (const [tier, login] of [
    ['village', 'chen.xiaoqin'],
    ['township', 'peng.xuemei'],
    ['county', 'jiang.wenbo'],
    ['city', 'huang.ying'],
  ] as const) {
    const page = await journey.enter(login)
    await page.goto(`${journey.address}/desk/network`)
    await page.locator('ul.strip').waitFor()
    watchers.set(tier, page)
  }
  before = new Map(await Promise.all([...watchers].map(async ([tier, page]) => [tier, await figuresOf(page)] as const)))
})

afterAll(() => journey.close())

describe('a station serves a veteran, and every level above sees it', () => {
  test('the worker registers a veteran', async () => {
    await worker.goto(`${journey.address}/desk/people/new`)
    await worker.getByLabel('姓名').first().fill(NAME)
    await worker.getByLabel('证件号').fill(citizenId)
    await worker.getByLabel('手机').first().fill(PHONE)
    await worker.keyboard.press('Control+Enter')
    await worker.waitForURL(/\/desk\/people\/[0-9a-f-]{36}/)

    personId = /[0-9a-f-]{36}/.exec(worker.url())?.[0] ?? ''

    await expect.poll(() => worker.locator('h1').innerText()).toContain('司徒*队')
    expect(await worker.content()).not.toContain(citizenId)
  })

  test('the worker records a visit by keyboard alone, on the page of the person', async () => {
    await worker.locator('body').click({ position: { x: 700, y: 5 } })
    await worker.keyboard.press('n')
    await worker.getByRole('dialog').waitFor()
    await worker.keyboard.press('5')
    await worker.keyboard.press('Control+Enter')

    await worker.getByRole('dialog').waitFor({ state: 'detached' })

    await expect.poll(() => worker.locator('main').innerText()).toContain('走访')
  })

  test.each(['village', 'township', 'county', 'city'])('the totals of the %s move while the page stands open', async (tier) => {
    const page = watchers.get(tier)
    const was = before.get(tier)
    if (!page || !was) throw new Error(`nobody watches the ${tier}`)

    await expect.poll(() => figuresOf(page), { timeout: 30_000 }).toEqual({ clients: was.clients + 1, visited: was.visited + 1 })
  })
})

describe('a stranger from the next county', () => {
  let stranger: Page
  const ask = async (path: string, message: unknown) => {
    const answer = await stranger.request.post(`${journey.address}${path}`, {
      data: message,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    return { status: answer.status(), body: await answer.text() }
  }

  beforeAll(async () => {
    stranger = await journey.enter('zhou.yang')
  })

  test('finds no such file by its address, nor a difference to one that never was', async () => {
    const hidden = await ask('/api/see/person.get', { personId })
    const absent = await ask('/api/see/person.get', { personId: '01977777-0000-7000-8000-000000000000' })

    expect(hidden.status).toBe(404)
    expect(hidden).toEqual(absent)
    await stranger.goto(`${journey.address}/desk/people/${personId}`)
    await expect.poll(() => stranger.locator('main').innerText()).not.toContain('司徒')
  })

  test.each([NAME, '司', 'situguidui', 'stgd', PHONE.slice(-4), citizenId.slice(-6), citizenId])('finds nobody for “%s”', async (query) => {
    const found = await ask('/api/see/person.find', { query })

    expect(found.body).not.toContain(personId)
    expect(found.body).not.toContain('司徒')
  })

  test('is offered nobody while typing', async () => {
    await stranger.goto(`${journey.address}/desk/people`)
    const box = stranger.getByRole('search').locator('input')
    await box.fill('stgd')

    await expect.poll(() => stranger.getByRole('search').innerText(), { timeout: 15_000 }).toContain('没')
    expect(await stranger.getByRole('search').innerText()).not.toContain('司徒')
  })

  test.each(['500112000000', '500112017005', '500000000000'])('gets neither list nor count nor figure of %s', async (place) => {
    const asked = [
      await ask('/api/see/person.list', { place }),
      await ask('/api/see/visit.list', { place }),
      await ask('/api/see/visit.today', { place }),
      await ask('/api/do/export.ask', { place, purpose: '看看', filter: { place } }),
    ]

    for (const answer of asked) expect([400, 404]).toContain(answer.status)
    expect(asked.map((answer) => answer.body).join()).not.toContain(personId)
  })

  test('capturing the same citizen is told only that a file lies elsewhere', async () => {
    const answer = await ask('/api/do/person.capture', {
      unitCode: '500105001001',
      person: { name: NAME, citizenId, householdRegion: '500105001001' },
    })

    expect(answer.status).toBe(409)
    expect(JSON.parse(answer.body)).toEqual({ refusal: { code: 'registered-elsewhere' } })
  })

  test('cannot write to the file either', async () => {
    const visit = await ask('/api/do/visit.record', { personIds: [personId], unitCode: '500105001001', doneOn: '2026-01-05' })
    const unmask = await ask('/api/do/person.unmask', { personId, purpose: 'other', reason: '想看一看', fields: ['citizenId'] })

    expect([visit.status, unmask.status]).toEqual([404, 404])
    expect(visit.body + unmask.body).not.toContain(citizenId)
  })
})

describe('the neighbour who shares the county', () => {
  test('sees the file, so that the stranger’s empty hands prove something', async () => {
    const officer = watchers.get('county')
    const answer = await officer?.request.post(`${journey.address}/api/see/person.find`, { data: { query: 'stgd' } })

    expect(await answer?.text()).toContain(personId)
  })
})
