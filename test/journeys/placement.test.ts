import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { seriousFindings } from './axe.ts'
import { picture } from './look.ts'
import { DESK, type Journey, PHONE } from './open-journey.ts'
import { held, openMyRounds, pickOnPage, press, say, takeBack, words } from './round-hands.ts'
import { nextTurn, OFFICER, openTurnRound, PEOPLE } from './turn-round.ts'

let journey: Journey
let room: Page
let officer: Page
let supervisor: Page
let folder = ''
let phone: Page
let roundId = ''
let cohortId = ''
let candidateIds: string[] = []
let record = ''

const next = () => nextTurn(officer, roundId)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guidui-record-'))
  ;({ journey, officer, supervisor, room, cohortId, candidateIds } = await openTurnRound())
})

afterAll(async () => {
  await journey.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a round of twenty people and twenty-four posts', () => {
  test('is drafted, and somebody who will be absent hands in a list', async () => {
    await officer.goto(`${journey.address}/desk/rounds`)
    await press(officer, '拟一场选岗')
    await officer.getByLabel('场次名称').fill('2026 年上半年选岗')
    await officer.getByLabel('哪一批人').selectOption(cohortId)
    await officer.getByLabel('全选').check()
    await officer.getByLabel('用哪个公开抽签号补足抽签').fill('福彩双色球下一期')
    await officer.getByLabel('开出的日子').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
    await officer.keyboard.press('Control+Enter')
    await officer.waitForURL(/\/desk\/rounds\/[0-9a-f-]{36}/)
    roundId = /[0-9a-f-]{36}/.exec(officer.url())?.[0] ?? ''
    await officer.locator('li', { hasText: '收名单' }).nth(4).getByRole('button', { name: '收名单' }).click()
    await officer.getByLabel('岗位').last().fill('P01 P20')
    await officer.getByLabel('谁送来的').fill('家属')
    await officer.keyboard.press('Control+Enter')

    await expect.poll(() => words(officer)).toContain('交了名单：P01 P20')
  })

  test('the draft is changed before it is sealed; the list handed in stays', async () => {
    await press(officer, '改草稿')
    await officer.getByLabel('场次名称').fill('2026 年上半年阳光选岗')
    await picture(officer, 'redraft-1366')
    expect(await seriousFindings(officer)).toEqual([])
    await officer.keyboard.press('Control+Enter')
    await officer.getByRole('dialog').waitFor({ state: 'detached' })

    await expect.poll(() => officer.getByRole('heading', { level: 1 }).innerText()).toContain('阳光选岗')
    expect(await words(officer)).toContain('交了名单：P01 P20')
    await press(officer, '改草稿')
    await expect.poll(() => words(officer)).toContain('第 1 版：2026 年上半年选岗，24 个岗位')
    await officer.setViewportSize(PHONE)
    await picture(officer, 'redraft-390')
    await officer.setViewportSize(DESK)
    await officer.keyboard.press('Escape')
    await officer.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('is committed to in public before anything opens', async () => {
    await press(officer, '封存并公布承诺值')
    await expect.poll(() => words(officer)).toContain('已封存，等抽签')

    await room.goto(`${journey.address}/open/rounds`)
    await expect.poll(() => words(room)).toContain('已封存，等抽签')
    await room.goto(`${journey.address}/open/rounds/${roundId}`)
    await expect.poll(() => words(room)).toContain('福彩双色球下一期')
    expect(await words(room)).not.toContain('现在选岗')
  })

  test('is drawn on the day named, and opens when the supervisor is there', async () => {
    await journey.ownerPool.query('update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1', [
      roundId,
    ])
    await say(officer, '录入抽签号', { '公布的号码，照抄': '03 09 11 17 22 30 + 08' })
    await supervisor.goto(`${journey.address}/desk/rounds/${roundId}`)
    await press(supervisor, '我已到场监督')
    await press(officer, '开始选岗')

    await expect.poll(() => words(room)).toContain('现在选岗')
    expect(await room.locator('.hall .proof').nth(2).innerText()).toContain('纪明')
  })

  test('goes on live: a pick, a pass, an undo by the supervisor alone', async () => {
    await pickOnPage(officer, 'P02')
    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('2')
    expect(await room.locator('.hall .picks .fresh').innerText()).toContain('P02')

    await press(officer, '这次不选')
    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('3')
    await pickOnPage(officer, 'P01')
    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('4')
    expect(await officer.getByRole('button', { name: '撤回上一步' }).count()).toBe(0)
    await expect.poll(() => supervisor.locator('.round-turn .who b').innerText()).toBe('4')
    await say(supervisor, '撤回上一步', { 理由: '误按，当场更正' })

    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('3')
    await expect.poll(() => officer.locator('.round-turn .who b').innerText()).toBe('3')
    await pickOnPage(officer, 'P03')
    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('4')
    await picture(officer, 'round-1366')
    await picture(room, 'round-board-1920')
  })

  test('a clerk who was slower than a colleague is told so, by name, though the round has gone on', async () => {
    await takeBack(supervisor, '再选一次', '4')
    await expect.poll(() => officer.locator('.round-turn .who b').innerText()).toBe('3')
    const slower = await journey.enter(OFFICER)
    await slower.goto(`${journey.address}/desk/rounds/${roundId}`)
    const letGo = await held(slower, 'round.turn')
    await slower.getByRole('radio', { name: /P04/ }).check()
    await press(slower, '确认选定 P04')

    await pickOnPage(officer, 'P03')
    await expect.poll(() => slower.locator('.round-turn .who b').innerText()).toBe('4')
    letGo()

    await expect.poll(() => slower.locator('.round-turn').innerText()).toMatch(/给第 3 位 .+ 点的没有登记上。这一次已经有人办了/)
    await picture(slower, 'round-slower-1366')
    await slower.close()
  })

  test('who is at home picks on the own phone, live, and once', async () => {
    phone = await journey.enter(undefined, PHONE)
    await openMyRounds(phone, journey.address)
    // The first page says so, too, to whoever has gone back there to wait.
    await phone.goto(`${journey.address}/me`)
    await phone.getByText('轮到您选岗了').waitFor()
    await picture(phone, 'me-turn-home-390')
    await phone.setViewportSize(DESK)
    await picture(phone, 'me-turn-home-1366')
    await phone.setViewportSize(PHONE)
    await phone.getByRole('link', { name: '现在去选' }).click()
    await phone.getByRole('heading', { name: '轮到您了' }).waitFor()
    const letGo = await held(phone, 'mine.takeTurn')
    await phone.getByRole('radio', { name: /P05/ }).check()
    await phone.getByRole('button', { name: /^就选 P05/ }).click()
    await phone.getByText('正在登记，请别离开这一页').waitFor()
    await pickOnPage(officer, 'P06')
    await expect.poll(() => officer.locator('.round-turn .who b').innerText()).toBe('5')
    letGo()
    await phone.getByText('您刚才点的没有登记上').waitFor()
    await picture(phone, 'me-turn-slower-390')
    await takeBack(supervisor, '登记的不是本人点的', '5')
    await phone.getByRole('heading', { name: '轮到您了' }).waitFor()
    await phone.getByRole('radio', { name: /P05/ }).check()
    expect(await seriousFindings(phone)).toEqual([])
    await picture(phone, 'me-turn-390', { fullPage: true })
    await phone.setViewportSize(DESK)
    await picture(phone, 'me-turn-1366')
    await phone.setViewportSize(PHONE)
    await phone.getByRole('button', { name: /^就选 P05/ }).click()

    await expect.poll(() => words(phone)).toContain('您选到')
    // What came of it is what is seen and read next, however long the list was.
    await expect.poll(() => phone.evaluate(() => document.activeElement?.textContent)).toContain('您选到')
    await expect
      .poll(() =>
        phone
          .locator('.got')
          .first()
          .boundingBox()
          .then((box) => box?.y ?? -1),
      )
      .toBeGreaterThan(0)
    await expect.poll(() => room.locator('.hall .order li[data-now] i').innerText()).toBe('5')
    expect(await room.locator('.hall .picks .fresh').innerText()).toContain('P05')
    await expect.poll(() => officer.locator('.round-turn .who b').innerText()).toBe('5')
    expect(await phone.getByRole('radio').count()).toBe(0)
    const { links } = await ask<{ links: { by: string }[] }>(officer, 'see/round.get', { roundId })
    expect(links.at(-1)?.by).toBe('本人')
  })

  test('the absent one gets what the list says, and everybody else what they pick', async () => {
    for (let turn = await next(); turn; turn = await next()) {
      const isAbsent = turn.candidateId === candidateIds[4]
      const taken = isAbsent ? { kind: 'list' } : { kind: 'pick', post: turn.open.at(-1), by: 'self' }
      await ask(officer, 'do/round.turn', { roundId, turn: turn.turn, candidateId: turn.candidateId, taken })
    }

    await expect.poll(() => words(room)).toContain('都选过了')
    const { people } = await ask<{ people: { candidateId: string; post: string | null }[] }>(officer, 'see/round.get', { roundId })
    expect(people.find(({ candidateId }) => candidateId === candidateIds[4])?.post).toBe('P01')
    expect(people.filter(({ post }) => post !== null)).toHaveLength(PEOPLE)
    expect(new Set(people.map(({ post }) => post)).size).toBe(PEOPLE)
  })

  test('ends with the whole record in public', async () => {
    await officer.reload()
    await press(officer, '结束并公布全部记录')
    await expect.poll(() => words(room)).toContain('本场结束')

    record = await (await room.request.get(`${journey.address}/api/open/rounds/${roundId}/record`)).text()
    expect(JSON.parse(record).outcome.places).toHaveLength(PEOPLE)
  })
})

describe('the receipt', () => {
  test('is found by the person on /me: score, place in the order, what was open, what they got', async () => {
    await openMyRounds(phone, journey.address)
    await phone.getByText('2026 年上半年阳光选岗').first().waitFor()
    expect(await words(phone)).toMatch(/P\d\d/)
    expect(await seriousFindings(phone)).toEqual([])
    await picture(phone, 'me-receipt-390', { fullPage: true })
  })

  test('is printed dark on white from a dark screen, which is dark again afterwards', async () => {
    const letters = () =>
      phone
        .locator('.got')
        .first()
        .evaluate((one) => Number(/\d+/.exec(getComputedStyle(one).color)?.[0]))
    await phone.emulateMedia({ colorScheme: 'dark' })
    await phone.reload()
    await phone.locator('.got').first().waitFor()
    expect(await letters()).toBeGreaterThan(200)

    await phone.emulateMedia({ media: 'print' })
    await expect.poll(letters).toBeLessThan(80)
    await picture(phone, 'me-receipt-print-390')
    await phone.emulateMedia({ media: 'screen', colorScheme: 'light' })
    await expect.poll(letters).toBeGreaterThan(200)
    await phone.reload()
  })
})

describe('the record', () => {
  const upload = async (page: Page, name: string, text: string): Promise<void> => {
    const path = join(folder, name)
    await writeFile(path, text)
    await page.getByLabel('或者选一份下载好的记录').setInputFiles(path)
    await press(page, '核验')
  }

  test('is checked in the browser of anybody', async () => {
    await room.goto(`${journey.address}/open/verify?round=${roundId}`)
    await press(room, '核验')

    await expect.poll(() => words(room)).toContain('核验通过')
    expect(await words(room)).toContain('已与选岗前公布的承诺值比对')
    expect(await words(room)).toContain('20 人、24 个岗位')
    await picture(room, 'verify-1920')
  })

  test('is checked without a network, and one changed byte is named', async () => {
    const phone = await journey.enter(undefined, PHONE)
    await phone.goto(`${journey.address}/open/verify?round=${roundId}`)
    await phone.getByRole('option', { name: /阳光选岗/ }).waitFor({ state: 'attached' })
    await phone.context().setOffline(true)
    await upload(phone, 'record.json', record)
    await expect.poll(() => words(phone)).toContain('核验通过')

    const at = record.indexOf('"composite":') + '"composite":'.length
    const digit = record.charAt(at) === '9' ? '8' : '9'
    await press(phone, '重新核验')
    await upload(phone, 'changed.json', record.slice(0, at) + digit + record.slice(at + 1))

    await expect.poll(() => words(phone)).toContain('核验不通过')
    await picture(phone, 'verify-wrong-390')
    expect(await words(phone)).toContain('opening.candidates[0].composite')
    expect(await words(phone)).toContain(`第 ${new TextEncoder().encode(record.slice(0, at)).length} 个字节`)
  })
})

describe('the pages', () => {
  test.each(['/open/rounds', '/open/rounds/how', '/open/verify', `/open/rounds/`])('%s can be used by anybody', async (path) => {
    await room.goto(`${journey.address}${path}${path.endsWith('/') ? roundId : ''}`)
    await room.getByRole('heading').first().waitFor()

    expect(await seriousFindings(room)).toEqual([])
    if (!path.endsWith('how')) return
    for (const size of [DESK, PHONE]) {
      await room.setViewportSize(size)
      expect(await seriousFindings(room)).toEqual([])
      await picture(room, `how-${size.width}`, { fullPage: true })
    }
  })

  test('so can the officer’s', async () => {
    await officer.goto(`${journey.address}/desk/rounds/${roundId}`)
    await officer.getByRole('heading', { level: 1 }).waitFor()

    expect(await seriousFindings(officer)).toEqual([])
  })
})
