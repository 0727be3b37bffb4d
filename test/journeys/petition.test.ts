import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { seriousFindings } from './axe.ts'
import { movingClock } from './moving-clock.ts'
import { type Offices, openOffices, pressOn } from './offices.ts'
import { type Journey, openJourney } from './open-journey.ts'
import { bindPhone, eventually, mainOf, signInAgain } from './phone.ts'

const [STATION, TOWNSHIP, COUNTY, LEADER, CITY, PROVINCE] = [
  'chen.xiaoqin',
  'peng.xuemei',
  'jiang.wenbo',
  'xiao.limin',
  'huang.ying',
  'tang.guohua',
] as const
const NUMBER = '10066665555'
const OPINION = '经核实，工龄已按规定认定，理由如下。'
const REVIEW = '经复查，原处理意见符合规定，予以维持。'
const RECHECK = '经复核，复查意见事实清楚，予以维持。'

const clock = movingClock('2026-05-11T01:30:00Z')
let journey: Journey
let offices: Offices
let phone: Page
let personId = ''

const page = (login: string) => offices.window(login)
const at = (matterId: string) => `${journey.address}/desk/matters/${matterId}`

/** What the page of a matter says to an account, once it has come. */
async function said(login: string, matterId: string): Promise<string> {
  const window = await page(login)
  await window.goto(at(matterId))
  await window.locator('.matter-band').waitFor()
  return await mainOf(window)
}

async function letter(login: string, matterId: string, code: string): Promise<string> {
  const window = await page(login)
  await window.goto(`${at(matterId)}/letters/${code}`)
  await window.locator('article.letter').waitFor()
  return await window.locator('article.letter').innerText()
}

/** Days go by: every session has ended, and whoever comes back signs in again. */
async function pass(days: number): Promise<void> {
  clock.pass(days)
  await offices.close()
}

const fillOpinion = (text: string) => async (window: Page) => {
  await window.getByLabel('处理结果').selectOption('explained')
  await window.getByLabel('意见书正文').fill(text)
}

/** A petition that is taken in at the window of the station, by the page. */
async function takenIn(title: string): Promise<string> {
  const window = await page(STATION)
  await window.goto(`${journey.address}/desk/hall?person=${personId}`)
  await window.locator('li', { hasText: '信访' }).getByRole('button', { name: '办这件' }).last().click()
  await window.getByLabel('哪一类').selectOption('claim')
  await window.getByLabel('关于什么').selectOption('insurance')
  await window.getByLabel('一句话说清诉求').fill(title)
  await window.getByLabel('诉求和经过').fill('请求按军龄五年合并认定工龄，已问过两次。')
  await window.keyboard.press('Control+Enter')
  await window.getByRole('link', { name: '看这件事项' }).click()
  await window.waitForURL(/\/desk\/matters\/[0-9a-f-]{36}/)
  return /[0-9a-f-]{36}/.exec(window.url())?.[0] ?? ''
}

beforeAll(async () => {
  journey = await openJourney(600, clock)
  offices = openOffices(journey)
  const citizenId = makeCitizenId({ region6: '990112', bornOn: '1958-03-05' as PlainDate, sequence: 553 })
  const own = await bindPhone(journey, offices, { name: '欧阳诉求', citizenId, phone: NUMBER })
  phone = own.page
  personId = own.personId
})

afterAll(() => journey.close())

describe('a petition', () => {
  let matterId = ''

  test('is taken in at the window and registered; its words are the county’s alone', async () => {
    matterId = await takenIn('接续工龄认定')

    const [station, county] = [await said(STATION, matterId), await said(COUNTY, matterId)]
    expect(county).toContain('已登记')
    expect(county).toContain('还有 15 天')
    expect(county).toContain('《信访工作条例》第二十二条')
    expect(county).toContain('按军龄五年')
    expect(station).toContain('只有经办单位能看')
    expect(station).not.toContain('按军龄五年')
    expect(await seriousFindings(await page(COUNTY))).toEqual([])
  })

  test('is forwarded, accepted, and the notice of acceptance says until when', async () => {
    await offices.press(COUNTY, matterId, '转送有权处理的单位')
    expect(await said(COUNTY, matterId)).toContain('《信访工作条例》第二十三条')
    await offices.press(COUNTY, matterId, '受理并告知')

    expect(await said(COUNTY, matterId)).toContain('还有 60 天')
    const notice = await letter(COUNTY, matterId, 'acceptance')
    expect(notice).toContain('已于2026年5月11日受理')
    expect(notice).toContain('2026年7月10日前')
    expect(notice).toContain('渝北区退役军人服务中心')
  })

  test('offers its steps to the tier that may take them, and to no other', async () => {
    const steps = async (login: string) => {
      await said(login, matterId)
      const { can } = await offices.ask<{ can: { steps: { name: { zh: string } }[] } }>(login, 'see/matter.get', { matterId })
      return can.steps.map(({ name }) => name.zh)
    }

    expect(await steps(COUNTY)).toContain('出具处理意见')
    expect(await (await page(COUNTY)).getByRole('button', { name: '出具处理意见', exact: true }).count()).toBe(1)
    expect(await steps(LEADER)).toContain('批准延期并告知')
    expect(await steps(COUNTY)).not.toContain('批准延期并告知')
    for (const login of [TOWNSHIP, CITY, PROVINCE]) {
      expect(await steps(login)).toEqual(login === TOWNSHIP ? ['撤回'] : [])
      expect(await (await page(login)).getByRole('button', { name: '出具处理意见', exact: true }).count()).toBe(0)
    }
  })

  test('is lengthened once, with the leave of the leader and a notice', async () => {
    await pass(5)
    expect(await said(COUNTY, matterId)).toContain('还有 55 天')
    const window = await offices.press(LEADER, matterId, '批准延期并告知', (open) => open.getByLabel('理由').fill('需向原单位调档'))

    await expect.poll(() => mainOf(window)).toContain('还有 85 天')
    expect(await mainOf(window)).toContain('《信访工作条例》第三十四条')
    expect(await window.getByRole('button', { name: '批准延期并告知' }).count()).toBe(0)
    const notice = await letter(COUNTY, matterId, 'extension')
    expect(notice).toContain('延长至2026年8月9日')
    expect(notice).toContain('需向原单位调档')
  })
})

describe('a petition at two windows', () => {
  let matterId = ''

  test('the second save is refused in plain words, and what was typed is still there', async () => {
    matterId = await takenIn('两个窗口同时打开')
    await offices.step(COUNTY, matterId, { step: 'forward' })
    await offices.step(COUNTY, matterId, { step: 'accept' })
    const second = await offices.secondWindow(COUNTY)
    // This window hears of nothing by itself: it finds out when it saves.
    await second.route('**/api/live', (route) => route.abort())
    await second.goto(at(matterId))
    await pressOn(second, '出具处理意见')
    await fillOpinion(OPINION)(second)

    await offices.press(COUNTY, matterId, '交办街道核实', (open) => open.getByLabel('理由').fill('请核实参保年限'))
    await second.keyboard.press('Control+Enter')

    await eventually(() => second.getByRole('alert').innerText()).toContain('已办“交办街道核实”')
    expect(await second.getByRole('alert').innerText()).toContain('要留的字请复制走')
    expect(await second.getByLabel('意见书正文').inputValue()).toBe(OPINION)
    expect(await said(COUNTY, matterId)).toContain('交办街道核实')
    expect(await seriousFindings(second)).toEqual([])
    await second.close()
  })

  test('a window that hears of it says that its version is superseded, and goes on from the newest', async () => {
    await offices.step(TOWNSHIP, matterId, { step: 'report', reason: '已核实，参保五年' })
    const second = await offices.secondWindow(COUNTY)
    await second.goto(at(matterId))
    await pressOn(second, '出具处理意见')
    await fillOpinion(OPINION)(second)
    await offices.step(LEADER, matterId, { step: 'extend', reason: '需向原单位调档' })

    await eventually(() => second.getByRole('alert').innerText()).toContain('你看到的是旧的一版')
    expect(await second.getByRole('button', { name: '确认出具处理意见' }).isDisabled()).toBe(true)
    await second.getByRole('button', { name: '按最新的接着办' }).click()
    expect(await second.getByLabel('意见书正文').inputValue()).toBe(OPINION)
    await second.getByLabel('意见书正文').press('Control+Enter')
    await second.getByRole('dialog').waitFor({ state: 'detached' })

    expect(await said(COUNTY, matterId)).toContain('已答复')
    await second.close()
  })

  test('a review asked for on the 31st day is refused on the phone and at the window, with the day and the article', async () => {
    await pass(31)
    await signInAgain(phone, journey, NUMBER)
    await phone.goto(`${journey.address}/me/matters/${matterId}/step/askReview`)
    await phone.getByRole('button', { name: '确认：申请复查' }).click()

    await eventually(() => phone.getByRole('alert').innerText()).toContain('过了期限')
    expect(await phone.getByRole('alert').innerText()).toContain('《信访工作条例》第三十五条')
    const station = await page(STATION)
    await station.goto(at(matterId))
    await pressOn(station, '申请复查')
    await station.keyboard.press('Control+Enter')
    await eventually(() => station.getByRole('alert').innerText()).toContain('期限已过（2026-06-15 到期，《信访工作条例》第三十五条）')
  })
})

describe('the wrong channel', () => {
  test('is refused with the right one named: in the letter and on the phone', async () => {
    const matterId = await takenIn('请求改判民事判决')
    await offices.press(COUNTY, matterId, '不予受理，告知渠道', async (window) => {
      await window.getByLabel('理由').fill('属于人民法院受理范围')
      await window.keyboard.press('Control+Enter')
      await eventually(() => window.getByRole('dialog').innerText()).toContain('有没填好的地方')
      await window.getByLabel('应走的渠道').selectOption('court')
    })

    const told = await letter(COUNTY, matterId, 'refusal')
    expect(told).toContain('诉讼（人民法院、检察院）')
    expect(told).toContain('属于人民法院受理范围')
    await phone.goto(`${journey.address}/me/matters/${matterId}`)
    await eventually(() => mainOf(phone)).toContain('诉讼（人民法院、检察院）')
    expect(await mainOf(phone)).toContain('不予受理')
  })
})

describe('opinion, review and recheck', () => {
  let matterId = ''

  test('the opinion is issued, and is a Word file with its words', async () => {
    matterId = await takenIn('接续工龄认定，再次说明')
    for (const step of ['forward', 'accept']) await offices.step(COUNTY, matterId, { step })
    await offices.press(COUNTY, matterId, '出具处理意见', fillOpinion(OPINION))

    const opinion = await letter(COUNTY, matterId, 'opinion')
    expect(opinion).toContain(OPINION)
    expect(opinion).toContain('2026年7月16日前')
    const window = await page(COUNTY)
    const [file] = await Promise.all([window.waitForEvent('download'), window.getByRole('button', { name: '下载 Word' }).click()])
    expect(file.suggestedFilename()).toMatch(/^处理意见书-.*\.docx$/)
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
  })

  test('a review is asked for on the phone on the 30th day, and answered by the next tier', async () => {
    await pass(30)
    await signInAgain(phone, journey, NUMBER)
    await phone.goto(`${journey.address}/me/matters/${matterId}`)
    await eventually(() => mainOf(phone)).toContain('轮到您')
    await phone.getByRole('link', { name: '申请复查' }).click()
    await phone.getByRole('button', { name: '确认：申请复查' }).click()
    await eventually(() => mainOf(phone)).toContain('复查中')

    expect(await said(CITY, matterId)).toContain('还有 30 天')
    expect(await said(COUNTY, matterId)).toContain('复查中')
    expect(await (await page(COUNTY)).getByRole('button', { name: '出具复查意见' }).count()).toBe(0)
    await offices.press(CITY, matterId, '出具复查意见', fillOpinion(REVIEW))
    const review = await letter(CITY, matterId, 'reviewOpinion')
    expect(review).toContain(REVIEW)
    expect(review).not.toContain('渝北区')
  })

  test('a recheck is asked for at the window, and the province ends it', async () => {
    await offices.press(STATION, matterId, '申请复核')
    expect(await said(PROVINCE, matterId)).toContain('《信访工作条例》第三十六条')
    await offices.press(PROVINCE, matterId, '出具复核意见', fillOpinion(RECHECK))

    expect(await said(COUNTY, matterId)).toContain('办理终结')
    expect(await letter(COUNTY, matterId, 'recheckOpinion')).toContain(RECHECK)
    expect(await letter(COUNTY, matterId, 'opinion')).toContain(OPINION)
    await phone.goto(`${journey.address}/me/matters/${matterId}`)
    await eventually(() => mainOf(phone)).toContain('办理终结')
    expect(await phone.getByRole('link', { name: '申请复核' }).count()).toBe(0)
  })
})
