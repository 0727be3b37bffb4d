import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offeredPosts, rankedCohort } from '../round-world.ts'
import { ask } from './ask.ts'
import { seriousFindings } from './axe.ts'
import { picture } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'
import { words } from './round-hands.ts'

const [OFFICER, APPROVER, SUPERVISOR] = ['jiang.wenbo', 'xiao.limin', 'ji.ming']

let journey: Journey
let officer: Page
let approver: Page
let roundId = ''

const row = (at: number) => officer.locator('.plain-table tbody tr').nth(at)
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** A draft of three people and three posts. */
async function draftRound(): Promise<void> {
  const { rows } = await journey.ownerPool.query<{ id: string; unit_code: string }>(
    "select id, unit_code from registry.people where bureau_code = '500112' and status = 'active' order by id desc limit 3",
  )
  const people = rows.map(({ id, unit_code }) => ({ id, unitCode: unit_code }))
  const { cohortId } = await rankedCohort(journey.ground, { points: [90, 80, 70], people })
  const postIds = await offeredPosts(journey.ground, [1, 1, 1])
  const draft = {
    cohortId,
    way: 'points-ranked',
    title: '春季选岗',
    postIds,
    turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
    draw: { source: '双色球', on: dayFromNow(3) },
  }
  roundId = (await ask<{ roundId: string }>(officer, 'do/round.draft', draft)).roundId
}

/** The round, committed to already, played to its end as the journey of rounds does by hand. */
async function playRound(): Promise<void> {
  const supervisor = await journey.enter(SUPERVISOR)
  await journey.ownerPool.query('update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1', [
    roundId,
  ])
  await ask(officer, 'do/round.draw', { roundId, value: '03 09 11' })
  await ask(supervisor, 'do/round.confirmPresence', { roundId })
  await ask(officer, 'do/round.steer', { roundId, step: { kind: 'open' } })
  for (;;) {
    const { next } = await ask<{ next: { turn: number; candidateId: string; open: string[] } | null }>(officer, 'see/round.get', {
      roundId,
    })
    if (!next) break
    const taken = { kind: 'pick', post: next.open[0], by: 'self' }
    await ask(officer, 'do/round.turn', { roundId, turn: next.turn, candidateId: next.candidateId, taken })
  }
  await ask(officer, 'do/round.steer', { roundId, step: { kind: 'close' } })
}

/** Lets as many days pass since the letters. */
async function letPass(days: number): Promise<void> {
  await journey.ownerPool.query('update placement.letters set issued_on = issued_on - $2::int where round_id = $1', [roundId, days])
  await journey.ownerPool.query(
    `update placement.candidates set letter_on = letter_on - $2::int, start_by = start_by - $2::int, started_on = started_on - $2::int
      where id in (select candidate_id from placement.letters where round_id = $1)`,
    [roundId, days],
  )
}

const saved = async (press: Promise<unknown>): Promise<Download> => (await Promise.all([officer.waitForEvent('download'), press]))[0]

beforeAll(async () => {
  journey = await openJourney()
  officer = await journey.enter(OFFICER)
  approver = await journey.enter(APPROVER)
  await draftRound()
})
afterAll(() => journey.close())

describe('before a round', () => {
  test('other rules are tried on the same people, and the page says whose wishes are assumed', async () => {
    await officer.goto(`${journey.address}/desk/rounds/${roundId}`)
    await officer.getByRole('link', { name: '换个规则试一试' }).click()
    await officer.getByRole('button', { name: '试算' }).click()

    await officer.getByRole('img', { name: '每种规则下，选到第几志愿的人数' }).waitFor()
    expect(await words(officer)).toContain('3 人没有交，志愿是假定的')
    expect(await words(officer)).toContain('工资高的在前')
    expect(await officer.locator('.what-if svg').count()).toBe(2)
    expect(await seriousFindings(officer)).toEqual([])
    await officer.locator('.what-if').first().scrollIntoViewIfNeeded()
    await picture(officer, 'placement-what-if-1366', { fullPage: true })
    const phone = await journey.enter(OFFICER, PHONE)
    await phone.goto(`${journey.address}/desk/rounds/${roundId}/what-if`)
    await phone.getByRole('button', { name: '试算' }).click()
    await phone.getByRole('img', { name: '每种规则下，选到第几志愿的人数' }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await picture(phone, 'placement-what-if-390', { fullPage: true })
  })

  test('once it is committed to nobody tries another rule', async () => {
    await ask(officer, 'do/round.commit', { roundId })

    await officer.getByRole('button', { name: '试算' }).click()

    await officer.getByText('知道了结果再挑规则就不公平了').waitFor()
    await officer.goto(`${journey.address}/desk/rounds/${roundId}`)
    await officer.getByText('已封存，等抽签').first().waitFor()
    expect(await officer.getByRole('link', { name: '换个规则试一试' }).count()).toBe(0)
    await playRound()
  })
})

describe('after a round', () => {
  test('the officer sees whose letters wait and cannot issue them, the approver does', async () => {
    await officer.goto(`${journey.address}/desk/placement`)
    await officer.getByRole('link', { name: '上岗和回访' }).click()
    await expect.poll(() => words(officer)).toContain('春季选岗：3 人已选岗，还没有介绍信')
    expect(await officer.getByRole('button', { name: '开介绍信' }).count()).toBe(0)

    await approver.goto(`${journey.address}/desk/placement/after`)
    await approver.getByRole('button', { name: '开介绍信' }).click()

    await expect.poll(() => words(approver)).toContain('已开介绍信')
    await officer.reload()
    await expect.poll(() => officer.locator('.plain-table tbody tr').count()).toBe(3)
    expect(await words(officer)).not.toContain('等开介绍信的场次')
  })

  test('a letter is saved as a Word file', async () => {
    const file = await saved(
      row(0)
        .getByRole('button', { name: /^介绍信/ })
        .click(),
    )

    expect(file.suggestedFilename()).toMatch(/^退役军人安置介绍信-\d{4}-\d+\.docx$/)
    expect((await readFile((await file.path()) ?? '')).subarray(0, 2).toString()).toBe('PK')
  })

  test('whoever has not started on the thirty-first day is on the overdue list, with the months that the employer owes', async () => {
    await letPass(5)
    await officer.reload()
    await row(0)
      .getByRole('button', { name: /^记上岗/ })
      .click()
    await officer.getByLabel('哪天上岗').fill(dayFromNow(-2))
    await officer.keyboard.press('Control+Enter')
    await expect.poll(() => row(0).innerText()).toContain('已上岗')

    await letPass(26)
    await officer.reload()
    await officer.getByLabel('看哪些').selectOption('overdue')
    await expect.poll(() => officer.locator('.plain-table tbody tr').count()).toBe(2)
    expect(await row(0).innerText()).toContain('超期 1 天')
    expect(await row(0).innerText()).toContain('单位应发生活费')
    const reminder = await saved(
      row(0)
        .getByRole('button', { name: /^提醒函/ })
        .click(),
    )
    expect(reminder.suggestedFilename()).toContain('提醒函')
  })

  test('is it through the person, nothing is owed any more, and the page says what follows', async () => {
    await row(1)
      .getByRole('button', { name: /^记未上岗/ })
      .click()
    await officer.getByLabel('谁的原因').selectOption('person')
    await officer.getByRole('textbox', { name: '情况' }).fill('本人称另有打算')
    await officer.keyboard.press('Control+Enter')

    await expect.poll(() => row(1).innerText()).toContain('本人原因')
    expect(await row(1).innerText()).not.toContain('单位应发生活费')
    expect(
      await row(1)
        .getByRole('button', { name: /^提醒函/ })
        .count(),
    ).toBe(0)
  })

  test('half a year after the start somebody asks, and not earlier', async () => {
    await officer.getByLabel('看哪些').selectOption('all')
    await officer.getByRole('button', { name: /^记回访/ }).click()
    await officer.getByLabel('本人怎么说').fill('工作稳定')
    await officer.keyboard.press('Control+Enter')
    await expect.poll(() => words(officer)).toContain('上岗满半年才回访')
    await letPass(184)
    await officer.reload()
    await officer.getByLabel('看哪些').selectOption('toFollow')
    await officer.getByRole('button', { name: /^记回访/ }).click()
    await officer.getByLabel('本人怎么说').fill('工作稳定')
    await officer.keyboard.press('Control+Enter')
    await officer.getByLabel('看哪些').selectOption('all')
    await expect.poll(() => words(officer)).toContain('已回访：仍在岗，满意')
  })

  test('is accessible, at the desk and on a phone', async () => {
    expect(await seriousFindings(officer)).toEqual([])
    const phone = await journey.enter(OFFICER, PHONE)
    await phone.goto(`${journey.address}/desk/placement/after`)
    await phone.locator('[data-title="上岗期限"]').first().waitFor()

    expect(await seriousFindings(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await picture(officer, 'placement-after-1366', { fullPage: true })
    await picture(phone, 'placement-after-390', { fullPage: true })
  })

  test('who waits is listed by month, counties are assessed, and published scores are anybody’s', async () => {
    const visitor = await journey.enter(undefined, PHONE)
    for (const [page, path, sign, name] of [
      [officer, '/desk/placement/allowances', '待安排期生活补助', 'placement-allowances-1366'],
      [officer, '/desk/placement/assessment', '区县安置考核', 'placement-assessment-1366'],
      [visitor, '/open/scores', '评分公示', 'open-scores-390'],
    ] as const) {
      await page.goto(`${journey.address}${path}`)
      await page.getByRole('heading', { name: sign }).first().waitFor()
      await page.getByText('正在读取').waitFor({ state: 'detached' })
      expect(await seriousFindings(page)).toEqual([])
      await picture(page, name, { fullPage: true })
    }
    await visitor.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await visitor.getByRole('columnheader', { name: '总分' }).waitFor()
    expect(await visitor.locator('tbody td').nth(0).innerText()).toContain('*')
    expect(await words(visitor)).not.toMatch(/\d{17}/)
    expect(await seriousFindings(visitor)).toEqual([])
    await picture(visitor, 'open-score-list-390', { fullPage: true })
  })
})
