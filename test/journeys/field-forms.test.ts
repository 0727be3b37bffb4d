import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { seriousFindings } from './axe.ts'
import { countsOf, openOffline, takeVillage, unlock } from './field-worker.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let page: Page
let people: { id: string }[] = []
let matterId = ''

const idOf = (sequence: number) => makeCitizenId({ region6: '990112', bornOn: '1971-03-05' as PlainDate, sequence })
const ask = async <T>(path: string, data: object): Promise<T> => {
  const answer = await page.context().request.post(`${journey.address}/api/${path}`, {
    data,
    headers: { 'idempotency-key': `0190a000-0000-7000-8000-${String(Date.now()).slice(-12)}` },
  })
  const { value } = (await answer.json()) as { value: T }
  return value
}
const served = { way: 'home', what: '量血压、送药', why: 'aged', address: '凤鸣路 1 号', phone: '10012345678' }

async function capture(name: string, citizenId: string): Promise<void> {
  await page.getByLabel('姓名').first().fill(name)
  await page.getByLabel('证件号').fill(citizenId)
  await page.keyboard.press('Control+Enter')
}

beforeAll(async () => {
  journey = await openJourney()
  page = await journey.enter('chen.xiaoqin')
  people = (await ask<{ rows: { id: string }[] }>('see/person.list', { place: '500112017005', limit: 3 })).rows
  const opened = { typeCode: 'homeService', unitCode: '500112017005', personId: people[0]?.id, channel: 'home', answers: served }
  matterId = (await ask<{ id: string }>('do/matter.open', opened)).id
  await takeVillage(page, journey.address)
  await page.context().setOffline(true)
})

afterAll(() => journey.close())

describe('the forms of the desk without a network', () => {
  test('a file is captured, and the note says where it lies', async () => {
    await openOffline(page, `${journey.address}/desk/people/new`)
    await capture('欧阳下村', idOf(901))

    await page.getByText('已存本机，联网后自动送达').waitFor()
    await expect.poll(() => countsOf(page)).toMatchObject({ saved: 1, sealed: 1 })
    expect(await page.getByLabel('证件号').inputValue()).toBe('')
    expect(await seriousFindings(page)).toEqual([])
  })

  test('the same person captured twice by mistake is saved as well: the server will say so', async () => {
    await capture('欧阳下村', idOf(901))

    await expect.poll(() => countsOf(page)).toMatchObject({ saved: 2, sealed: 2 })
  })

  test('a matter is begun with what the device knows of the person', async () => {
    await openOffline(page, `${journey.address}/desk/hall?person=${people[1]?.id ?? ''}`)
    await page.locator('li', { hasText: '上门服务' }).getByRole('button', { name: '办这件' }).last().click()
    const form = page.getByRole('dialog')
    await form.getByLabel('怎么办').selectOption('home')
    await form.getByLabel('要办什么事').fill(served.what)
    await form.getByLabel('为什么不便到场').selectOption('aged')
    await form.getByLabel('到哪里上门').fill(served.address)
    await form.getByLabel('联系手机').fill(served.phone)
    await page.keyboard.press('Control+Enter')

    await form.getByText('已存本机，联网后自动送达').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a step is taken in a matter that was taken along, and no second one before it is delivered', async () => {
    await openOffline(page, `${journey.address}/desk/matters/${matterId}`)
    await page.getByRole('button', { name: '约定上门' }).click()
    const form = page.getByRole('dialog')
    for (const day of await form.locator('input[type=date]').all()) await day.fill('2031-05-06')
    await page.keyboard.press('Control+Enter')
    await form.waitFor({ state: 'detached' })

    await page.getByText('已存本机，联网后自动送达').waitFor()
    expect(await page.getByRole('button', { name: '约定上门' }).count()).toBe(0)
    await expect.poll(() => countsOf(page)).toMatchObject({ saved: 4, sealed: 4 })
    expect(await seriousFindings(page)).toEqual([])
  })

  test('back in the network all of it is delivered, and what is refused says why', async () => {
    await page.goto(`${journey.address}/desk/field`).catch(() => undefined)
    await page.context().setOffline(false)
    await page.goto(`${journey.address}/desk/field`)
    await unlock(page)

    await expect.poll(() => countsOf(page), { timeout: 60_000 }).toMatchObject({ sealed: 0 })
    expect(await page.locator('.field-item[data-state=needsHand]').allInnerTexts()).toEqual([
      expect.stringMatching(/建档[\s\S]*已经有档案/),
    ])
    const matter = await ask<{ state: string; steps: number }>('see/matter.get', { matterId })
    expect(matter).toMatchObject({ state: 'planned', steps: 2 })
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a refused item is changed and sent as a new one in its place', async () => {
    await page.getByRole('button', { name: '改了另送' }).click()
    await page.waitForURL(/\/desk\/people\/new/)
    expect(await page.getByLabel('姓名').first().inputValue()).toBe('欧阳下村')
    await page.getByLabel('证件号').fill(idOf(902))
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/desk\/people\/[0-9a-f-]{36}/)

    await expect.poll(() => countsOf(page)).toMatchObject({ needsHand: 0 })
    await page.goBack()
    await page.goto(`${journey.address}/desk/field`)
    await unlock(page)
    await page.getByText('已另行处理').waitFor()
  })
})
