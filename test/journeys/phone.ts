import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFindings } from './axe.ts'
import type { Offices } from './offices.ts'
import { type Journey, PHONE } from './open-journey.ts'

/** Looks again until it is so: a page may take its time on a busy machine. */
export const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 })

export const mainOf = (page: Page): Promise<string> => page.locator('main').innerText()
export const headingOf = (page: Page): Promise<string> => page.locator('main h1').innerText()

/** What a person with another way of seeing or pointing would meet on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator('main h1').waitFor()
  expect(await seriousFindings(page)).toEqual([])
}

/** The code that the demo shows in place of a telephone. */
export async function codeOn(page: Page): Promise<string> {
  const told = await page.locator('.told', { hasText: '验证码是' }).innerText()
  return /\d{6}/.exec(told)?.[0] ?? ''
}

/** From the page of the number to the first page. */
export async function signInWith(page: Page, number: string): Promise<void> {
  await page.getByLabel('手机号').fill(number)
  await page.keyboard.press('Enter')
  await page.getByLabel('6 位验证码').fill(await codeOn(page))
  await page.keyboard.press('Enter')
}

/** Where a matter stands, by its own page: asked for again until it says so. */
export const matterStands = (page: Page, address: string, words: string): Promise<void> =>
  eventually(async () => {
    await page.goto(address)
    await page.locator('.now').waitFor()
    return await page.locator('.now').innerText()
  }).toContain(words)

/** Takes a step of a matter that asks for nothing but to be confirmed. */
export async function takeStep(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: `确认：${name}` }).click()
}

export interface Own {
  readonly name: string
  readonly citizenId: string
  readonly phone: string
}

/** A file of a veteran at the worked station. */
export async function capture(offices: Offices, { name, citizenId, phone }: Own): Promise<string> {
  const village = '500112017005'
  const service = [{ enlistedOn: '1976-12-01', dischargedOn: '1980-12-01', rankGroup: 'conscript' }]
  const person = { name, citizenId, phone, householdRegion: village }
  const { personId } = await offices.ask<{ personId: string }>('chen.xiaoqin', 'do/person.capture', { unitCode: village, person, service })
  return personId
}

/** A file at the worked station with a telephone, and the telephone signed in and bound to it by the station's code. */
export async function bindPhone(journey: Journey, offices: Offices, own: Own): Promise<{ page: Page; personId: string }> {
  const { name, citizenId, phone } = own
  const personId = await capture(offices, own)
  const { code } = await offices.ask<{ code: string }>('chen.xiaoqin', 'do/person.giveCode', { personId })
  const page = await journey.enter(undefined, PHONE)
  await page.goto(`${journey.address}/me/sign-in`)
  await signInWith(page, phone)
  await page.waitForURL('**/me/bind')
  await page.getByLabel('身份证号').fill(citizenId)
  await page.getByLabel('服务站给的 8 位数字').fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `${name}，您好` }).waitFor()
  return { page, personId }
}

/** Waits for a page and not for its address alone, which is there first: the button before is often called like the one after. */
export async function arrive(page: Page, address: string, heading: string): Promise<void> {
  await page.waitForURL(address)
  await page.getByRole('heading', { name: heading }).waitFor()
}

/** Signs in again on a telephone that is bound already. */
export async function signInAgain(page: Page, journey: Journey, number: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${journey.address}/me/sign-in`)
  await signInWith(page, number)
  await page.locator('main h1').waitFor()
  await page.waitForURL('**/me')
}
