import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCitizenId } from '../../src/kernel/citizen-id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { grainyPng, NO_PICTURE, OF_A_TELEPHONE } from '../pictures.ts'
import { seriousFindings } from './axe.ts'
import { type Offices, openOffices, type Taken } from './offices.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'
import { arrive, capture, codeOn, eventually, expectAccessible, headingOf, mainOf, matterStands, signInWith, takeStep } from './phone.ts'

const NAME = '欧阳归队'
const NUMBER = '10066667777'
const citizenId = makeCitizenId({ region6: '990112', bornOn: '1958-03-05' as PlainDate, sequence: 771 })

let journey: Journey
let offices: Offices
let phone: Page
let personId = ''
let matterId = ''

const step = (login: string, taken: Taken) => offices.step(login, matterId, taken)

beforeAll(async () => {
  journey = await openJourney(600)
  offices = openOffices(journey)
  personId = await capture(offices, { name: NAME, citizenId, phone: NUMBER })
  phone = await journey.enter(undefined, PHONE)
})

afterAll(() => journey.close())

describe('a veteran signs in', () => {
  test('by keyboard, with the number and the code that comes', async () => {
    await phone.goto(`${journey.address}/me`)
    await phone.waitForURL('**/me/sign-in')
    await expectAccessible(phone)
    await phone.getByLabel('手机号').fill('1006666')
    await phone.keyboard.press('Enter')
    expect(await phone.getByRole('alert').innerText()).toContain('11 位数字')

    await phone.getByLabel('手机号').fill(NUMBER)
    await phone.keyboard.press('Enter')
    await phone.waitForURL('**/me/sign-in/code')
    await phone.getByLabel('6 位验证码').waitFor()
    await expectAccessible(phone)
    await eventually(() => phone.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    const code = await codeOn(phone)
    await phone.getByLabel('6 位验证码').fill(code === '000000' ? '000001' : '000000')
    await phone.keyboard.press('Enter')
    await eventually(() => phone.getByRole('alert').innerText()).toContain('验证码不对')
    await phone.getByLabel('6 位验证码').fill(code)
    await phone.keyboard.press('Enter')

    await phone.waitForURL('**/me/bind')
  })

  test('finds the file by the slip of the station, and by no other', async () => {
    const { code } = await offices.ask<{ code: string }>('chen.xiaoqin', 'do/person.giveCode', { personId })
    await expectAccessible(phone)
    await phone.getByText('这 8 位数字是什么').click()
    expect(await mainOf(phone)).toContain('带身份证到您所在村')
    await phone.getByLabel('身份证号').fill(citizenId)
    await phone.getByLabel('服务站给的 8 位数字').fill(code === '12345678' ? '87654321' : '12345678')
    await phone.keyboard.press('Enter')
    await eventually(() => phone.getByRole('alert').innerText()).toContain('对不上')

    await phone.getByLabel('服务站给的 8 位数字').fill(code)
    await phone.keyboard.press('Enter')

    await eventually(() => headingOf(phone)).toBe(`${NAME}，您好`)
    await expectAccessible(phone)
  })
})

describe('what am I entitled to', () => {
  test('is answered with the fact and the clause', async () => {
    await phone.getByRole('link', { name: /我能享受什么/ }).click()
    await phone.waitForURL('**/me/entitlements')
    await eventually(() => mainOf(phone)).toContain('优待证')
    await expectAccessible(phone)
    await phone.locator('a', { hasText: '能享受' }).filter({ hasText: '优待证' }).first().click()
    await phone.waitForURL('**/me/entitlements/preferenceCard')

    await eventually(() => mainOf(phone)).toContain('您能享受这一项')
    const said = await mainOf(phone)
    expect(said).toContain('已退出现役：符合')
    expect(said).toContain('《退役军人保障法》')
    await expectAccessible(phone)
  })

  test('says no and why not as plainly', async () => {
    await phone.goto(`${journey.address}/me/entitlements/disabilityPension`)

    await eventually(() => mainOf(phone)).toContain('还不能享受')
    expect(await mainOf(phone)).toContain('不符合')
  })
})

describe('applying for the card', () => {
  test('asks one question a page, and nothing that the file knows', async () => {
    await phone.goto(`${journey.address}/me/entitlements/preferenceCard`)
    await phone.getByRole('link', { name: '现在就申请' }).click()
    await phone.waitForURL('**/me/kinds/preferenceCard')
    await eventually(() => mainOf(phone)).toContain('我们已经知道')
    expect(await mainOf(phone)).toContain('100****7777')
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '开始填' }).click()

    await arrive(phone, '**/q/kind', '申请哪一种证')
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '下一个' }).click()
    expect(await phone.getByRole('alert').innerText()).toContain('要填')
    await phone.getByLabel('退役军人优待证').check()
    await phone.getByRole('button', { name: '下一个' }).click()
    await phone.waitForURL('**/q/bank')
  })

  test('keeps what was typed through a reload and the browser’s own way back', async () => {
    await phone.getByLabel('选哪家合作银行').fill('工商银行渝北支行')
    await phone.waitForTimeout(500)
    await phone.reload()
    await eventually(() => phone.getByLabel('选哪家合作银行').inputValue()).toBe('工商银行渝北支行')
    await phone.goBack()
    await phone.waitForURL('**/q/kind')

    await eventually(() => phone.getByLabel('退役军人优待证').isChecked()).toBe(true)
    await phone.goForward()
  })

  test('leaves nothing in the browser that the next one on this phone could read', async () => {
    const kept = await phone.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

    expect(kept).toContain('guidui.sealed')
    for (const word of ['工商银行', 'preferenceCard', 'veteran', personId, NUMBER]) expect(kept).not.toContain(word)
  })

  test('loses nothing without a network, nor when the session has ended', async () => {
    await arrive(phone, '**/q/bank', '选哪家合作银行')
    await phone.getByRole('button', { name: '下一个' }).click()
    await arrive(phone, '**/q/homeService', '需要上门办理')
    await phone.getByLabel('不是').check()
    await phone.getByRole('button', { name: '好了，看一遍' }).click()
    await arrive(phone, '**/review', '请看一遍')
    await expectAccessible(phone)
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: '交上去' }).click()
    await eventually(() => phone.locator('.lost').innerText()).toContain('填的内容都还在')
    await phone.context().setOffline(false)
    await phone.context().clearCookies()

    const dialog = phone.getByRole('dialog')
    await dialog.waitFor({ timeout: 30_000 })
    expect(await dialog.innerText()).toContain('您填的内容都还在')
    expect(await seriousFindings(phone)).toEqual([])
    await signInWith(dialog.page(), NUMBER)

    await phone.waitForURL('**/receipt', { timeout: 30_000 })
    matterId = /[0-9a-f-]{36}/.exec(phone.url())?.[0] ?? ''
  })

  test('ends in a receipt: who has it, until when, what comes next', async () => {
    await eventually(() => headingOf(phone)).toBe('已经交上去了')
    await expectAccessible(phone)
    const said = await mainOf(phone)

    expect(said).toMatch(/现在由.*双凤桥街道.*办/)
    expect(said).toMatch(/最晚 \d+ 月 \d+ 日/)
    expect(said).toContain('已发证')
    expect(await phone.evaluate(() => localStorage.getItem('guidui.sealed'))).toBeNull()
  })

  test('is not begun twice', async () => {
    await phone.goto(`${journey.address}/me/kinds/preferenceCard`)

    await eventually(() => mainOf(phone)).toContain('不用再申请一次')
    expect(await phone.getByRole('button', { name: '开始填' }).count()).toBe(0)
  })
})

describe('the papers', () => {
  test('are asked for on the first page, which leads to where they are given', async () => {
    await phone.goto(`${journey.address}/me`)
    await eventually(() => mainOf(phone)).toContain('还差 2 份材料')
    expect(await mainOf(phone)).not.toContain('没有要您办的事')
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '去交材料' }).click()

    await phone.waitForURL(`**/me/matters/${matterId}`)
  })

  test('are sent as pictures; what is none is refused and nothing else is lost', async () => {
    await phone.goto(`${journey.address}/me/matters/${matterId}`)
    await eventually(() => mainOf(phone)).toContain('还差 2 份')
    await expectAccessible(phone)
    await phone.getByLabel('从手机里选：退役证件').setInputFiles(NO_PICTURE)
    await eventually(() => phone.getByRole('alert').innerText()).toContain('不是能看的照片')

    await phone.getByLabel('从手机里选：退役证件').setInputFiles(OF_A_TELEPHONE)
    await eventually(() => phone.getByRole('alert').innerText()).toContain('格式（HEIC）这里打不开')

    await phone.getByLabel('拍照交：退役证件').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: grainyPng(60, 40) })
    await eventually(() => mainOf(phone)).toContain('还差 1 份')
  })

  test('a photo that is not as it is asked for is cut to size before it goes, and the office is content with it', async () => {
    const wide = { name: 'me.png', mimeType: 'image/png', buffer: grainyPng(900, 700) }
    await phone.getByLabel('拍照交：白底证件照（不着制式服装）').setInputFiles(wide)
    await eventually(() => mainOf(phone)).toContain('已经剪成 352×440 像素')
    await expectAccessible(phone)
    await phone.getByLabel('放大').focus()
    await phone.keyboard.press('ArrowRight')
    await phone.getByRole('button', { name: '用这张' }).click()

    await eventually(() => mainOf(phone)).toContain('都交了')
  })

  test('what is no picture is said at once, and nothing is sent', async () => {
    await phone.getByLabel('从手机里选：白底证件照（不着制式服装）').setInputFiles(NO_PICTURE)

    await eventually(() => phone.locator('.fit-photo').innerText()).toContain('它不是照片')
    await phone.getByRole('button', { name: '换一张' }).click()
    expect(await phone.locator('.fit-photo').count()).toBe(0)
  })
})

describe('following it', () => {
  const shows = (words: string) => matterStands(phone, `${journey.address}/me/matters/${matterId}`, words)

  test('the township asks back for something once, and it is the veteran’s turn on the first page', async () => {
    await step('peng.xuemei', { step: 'ask', reason: '照片不是白底，请换一张。' })

    await phone.goto(`${journey.address}/me`)
    await eventually(() => mainOf(phone)).toContain('要您办')
    await expectAccessible(phone)
    await phone.getByRole('link', { name: '去办这件' }).click()
    await eventually(() => mainOf(phone)).toContain('照片不是白底，请换一张。')
    await phone.getByRole('link', { name: '已补齐' }).click()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '确认：已补齐' }).click()

    await shows('已提交')
  })

  test('from the village through township, county, city and province to the card', async () => {
    await step('peng.xuemei', { step: 'accept' })
    await shows('渝北区')
    await step('jiang.wenbo', { step: 'countyReview' })
    await shows('重庆市')
    await step('huang.ying', { step: 'cityReview' })
    await step('tang.guohua', { step: 'file' })
    await step('tang.guohua', { step: 'order' })
    await shows('制证中')
    await step('jiang.wenbo', { step: 'signIn' })
    await step('chen.xiaoqin', { step: 'issue', answers: { cardNumber: 'YD50011200018' } })

    await shows('已发证')
  })

  test('each step that tells something has told it, and what was shown is read', async () => {
    await phone.goto(`${journey.address}/me`)
    await eventually(() => mainOf(phone)).toMatch(/\d+ 条没看/)
    await phone.getByRole('link', { name: /消息/ }).click()
    await phone.waitForURL('**/me/messages')
    await eventually(() => mainOf(phone)).toContain('优待证已发放')
    await expectAccessible(phone)

    await eventually(async () => {
      await phone.goto(`${journey.address}/me`)
      await phone.locator('main h1').waitFor()
      return await mainOf(phone)
    }).toContain('都看过了')
  })

  test('the veteran says how it was, once', async () => {
    await phone.getByRole('link', { name: /评一评/ }).click()
    await arrive(phone, '**/rate', '办得怎么样')
    await expectAccessible(phone)
    await phone.getByRole('button', { name: '评好了' }).click()
    expect(await phone.getByRole('alert').innerText()).toContain('请选一个')
    await phone.getByLabel('很满意').check()
    await phone.getByLabel('还想说什么').fill('跑一趟都没跑，谢谢。')
    await phone.getByRole('button', { name: '评好了' }).click()

    await eventually(() => mainOf(phone)).toContain('已经记下')
    await phone.reload()
    await eventually(() => mainOf(phone)).toContain('已经记下')
    expect(await phone.getByRole('button', { name: '评好了' }).count()).toBe(0)
  })

  test('reports the card lost, and gets another', async () => {
    await phone.goto(`${journey.address}/me/matters/${matterId}`)
    await takeStep(phone, '口头挂失')
    await shows('口头挂失')
    await takeStep(phone, '正式挂失')
    await shows('双凤桥街道')

    await step('peng.xuemei', { step: 'reissue' })
    await shows('制证中')
  })
})
