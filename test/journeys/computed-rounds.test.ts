import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offeredPosts, rankedCohort } from '../round-world.ts'
import { look } from './look.ts'
import { movingClock } from './moving-clock.ts'
import { DESK, type Journey, openJourney, PHONE } from './open-journey.ts'
import { openMyRounds, press, say, words } from './round-hands.ts'

const OFFICER = 'jiang.wenbo'
const SUPERVISOR = 'ji.ming'

const clock = movingClock('2026-06-10T01:00:00.000Z')
let journey: Journey
let officer: Page
let supervisor: Page
let phone: Page
let employer: Page
let room: Page
let folder = ''
let cohortId = ''
let roundId = ''
let key = { link: '', code: '' }

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 })

/** Both sizes of a page of the desk. */
async function lookTwice(page: Page, name: string): Promise<void> {
  await look(page, name)
  await page.setViewportSize(PHONE)
  await look(page, `${name}-phone`, { fullPage: true })
  await page.setViewportSize(DESK)
}

/** Days go by; whoever was signed in signs in again. */
async function pass(days: number): Promise<void> {
  clock.pass(days)
  await journey.signIn(officer, OFFICER)
  await journey.signIn(supervisor, SUPERVISOR)
  await officer.reload()
  await supervisor.reload()
}

/** Frozen, drawn on its day, the supervisor there, opened. */
async function openRound(): Promise<void> {
  await press(officer, '封存并公布承诺值')
  await eventually(() => words(officer)).toContain('已封存，等抽签')
  await pass(1)
  await say(officer, '录入抽签号', { '公布的号码，照抄': '03 09 11 17 22 30 + 08' })
  await supervisor.goto(`${journey.address}/desk/rounds/${roundId}/matching`)
  await press(supervisor, '我已到场监督')
  await eventually(() => words(officer)).toContain('监督人 纪明 已到场')
  await press(officer, '开场')
  await eventually(() => words(officer)).toContain('正在进行')
}

/** What the published record is for anybody: checked in the browser and by the command. */
async function verify(): Promise<void> {
  await room.goto(`${journey.address}/open/verify?round=${roundId}`)
  await press(room, '核验')
  await eventually(() => words(room)).toContain('核验通过')
  const record = await (await room.request.get(`${journey.address}/api/open/rounds/${roundId}/record`)).text()
  const path = join(folder, `${roundId}.json`)
  await writeFile(path, record)
  const { commitment } = JSON.parse(record) as { commitment: string }
  const said = execFileSync(process.execPath, ['bin/guidui.mjs', 'verify', path, '--commitment', commitment], { encoding: 'utf8' })
  expect(said).toContain('全部重算一致')
  await writeFile(path, record.replace('"kind":"computed"', '"kind":"opened"'))
  expect(() => execFileSync(process.execPath, ['bin/guidui.mjs', 'verify', path], { stdio: 'pipe' })).toThrow()
}

beforeAll(async () => {
  journey = await openJourney(6_000, clock)
  folder = await mkdtemp(join(tmpdir(), 'guidui-computed-'))
  const ask = (sql: string) => journey.ownerPool.query<{ id: string; unit_code: string }>(sql)
  const luo = await ask(
    "select id, unit_code from registry.people where unit_code = '500112017005' and status = 'active' and name = '罗凯' order by id limit 1",
  )
  const others = await ask(
    "select id, unit_code from registry.people where bureau_code = '500112' and status = 'active' and name <> '罗凯' order by id limit 3",
  )
  const people = [...luo.rows, ...others.rows].map(({ id, unit_code }) => ({ id, unitCode: unit_code }))
  cohortId = (await rankedCohort(journey.ground, { points: [88, 86, 84, 82], people })).cohortId
  await journey.ownerPool.query("update placement.posts set state = 'withdrawn' where bureau_code = '500112'")
  await offeredPosts(journey.ground, [1, 1, 1])
  officer = await journey.enter(OFFICER)
  supervisor = await journey.enter(SUPERVISOR)
  room = await journey.enter(undefined, { width: 1366, height: 768 })
  phone = await journey.enter(undefined, PHONE)
  employer = await journey.enter(undefined, PHONE)
}, 240_000)

afterAll(async () => {
  await journey.close()
  await rm(folder, { recursive: true, force: true })
})

describe('two-way selection', () => {
  test('is drafted with its windows, and sealed in public', { timeout: 240_000 }, async () => {
    await officer.goto(`${journey.address}/desk/rounds`)
    await press(officer, '拟双向选择')
    await officer.getByLabel('场次名称').fill('2026 年上半年双向选择')
    await officer.getByLabel('哪一批人').selectOption(cohortId)
    await officer.getByLabel('全选').check()
    await officer.getByLabel('用哪个公开抽签号补足抽签').fill('福彩双色球 2026066 期')
    await officer.getByLabel('开出的日子').fill('2026-06-11')
    await officer.getByLabel(/志愿填到哪一天/).fill('2026-06-12')
    await officer.getByLabel(/单位排序到哪一天/).fill('2026-06-14')
    await lookTwice(officer, 'two-way-draft')
    await officer.keyboard.press('Control+Enter')
    await officer.waitForURL(/\/desk\/rounds\/[0-9a-f-]{36}\/matching/)
    roundId = /[0-9a-f-]{36}/.exec(officer.url())?.[0] ?? ''
    await openRound()

    await room.goto(`${journey.address}/open/rounds`)
    await eventually(() => words(room)).toContain('双向选择 ·')
    await room.goto(`${journey.address}/open/rounds/${roundId}`)
    await eventually(() => words(room)).toContain('填志愿')
    await look(room, 'two-way-board')
  })

  test('a person hands in a list on the phone and changes it; two hand in paper', { timeout: 240_000 }, async () => {
    await openMyRounds(phone, journey.address)
    await press(phone, '把 P01 加入志愿')
    await press(phone, '交志愿')
    await eventually(() => words(phone)).toContain('已交，是公开记录的第 2 条')
    await press(phone, '把 P02 加入志愿')
    await press(phone, '把 P02 上移一位')
    // A phone that forgets the page costs nothing: what was not handed in is still there, in its order.
    await phone.reload()
    await phone.getByRole('button', { name: '把 P01 上移一位' }).waitFor()
    expect(await words(phone)).toContain('还没有交上去')
    await press(phone, '把 P02 从志愿里去掉')
    await press(phone, '把 P02 加入志愿')
    await press(phone, '交志愿')
    await eventually(() => words(phone)).toContain('已交，是公开记录的第 3 条')
    await look(phone, 'two-way-me-list', { fullPage: true })

    for (const at of [1, 2]) {
      await officer.locator('ol[aria-label="人员"] li').nth(at).getByRole('button', { name: '录入志愿' }).click()
      await officer
        .getByLabel('岗位')
        .last()
        .fill(at === 1 ? 'P01 P02' : 'P01')
      await officer.keyboard.press('Control+Enter')
      await officer.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await eventually(() => words(officer)).toContain('已填 3 / 4')
    expect(await words(officer)).not.toContain('志愿：P0')
  })

  test('an employer is given link and code, and waits for the lists to close', { timeout: 240_000 }, async () => {
    await press(officer, '给链接和口令')
    await officer.getByLabel(/交给谁/).fill('人事科 王工')
    await officer.keyboard.press('Control+Enter')
    await officer.locator('.computed-code').waitFor()
    key = {
      link: await officer.locator('.computed-given dd').first().innerText(),
      code: (await officer.locator('.computed-code').innerText()).replace(/\D/g, ''),
    }
    await look(officer, 'two-way-door')
    await press(officer, /记下了，关闭/)
    await eventually(() => words(officer)).toContain('给了人事科 王工')
    await lookTwice(officer, 'two-way-lists')

    await employer.goto(key.link)
    await employer.getByLabel('8 位口令').fill('00000000')
    await press(employer, '进入')
    await eventually(() => words(employer)).toContain('链接或口令不对')
    await look(employer, 'employer-refused', { fullPage: true })
    await employer.getByLabel('8 位口令').fill(key.code)
    await press(employer, '进入')
    await eventually(() => words(employer)).toContain('截止以后才能排序')
  })

  test('the employer ranks pseudonyms, and learns nobody’s name', { timeout: 240_000 }, async () => {
    await pass(2)
    await employer.getByLabel('8 位口令').fill(key.code)
    await press(employer, '进入')
    await eventually(() => words(employer)).toContain('3 人填了')
    const text = await words(employer)
    for (const name of ['罗凯', '罗*', '罗＊']) expect(text).not.toContain(name)
    const choices = employer.getByRole('combobox')
    // Whoever comes third is taken first: not the order of the round.
    await choices.nth(2).selectOption('1')
    await choices.nth(0).selectOption('2')
    await look(employer, 'employer-rank', { fullPage: true })
    await press(employer, '交排序')
    await eventually(() => words(employer)).toContain('已交。截止前可以再改')
    await eventually(() => words(officer)).toContain('已排序')
    await lookTwice(officer, 'two-way-rankings')
  })

  test('the match is computed after both windows, published, verified, and explained on the phone', { timeout: 240_000 }, async () => {
    await pass(2)
    await press(officer, '计算结果')
    await eventually(() => words(officer)).toContain('结果已算出')
    await press(officer, '结束并公布全部记录')
    await eventually(() => words(officer)).toContain('已结束，可以核验')
    await lookTwice(officer, 'two-way-closed')
    await verify()
    await room.goto(`${journey.address}/open/rounds/${roundId}`)
    await eventually(() => words(room)).toContain('本场结束')
    await look(room, 'two-way-board-closed')

    await openMyRounds(phone, journey.address)
    await eventually(() => words(phone)).toContain('为什么是这个结果')
    expect(await words(phone)).toMatch(/录用。在这个单位您排第 \d。|名额满了|排序里没有您/)
    expect(await words(phone)).toContain('这个结果是稳定的')
    await look(phone, 'two-way-me-why', { fullPage: true })
  })
})

describe('directive assignment', () => {
  test('takes who is left over, at costs that are told, and shows the proof', { timeout: 240_000 }, async () => {
    await officer.goto(`${journey.address}/desk/rounds`)
    await press(officer, '拟指令性分配')
    await officer.getByLabel('场次名称').fill('2026 年上半年指令性分配')
    await officer.getByLabel('哪一批人').selectOption(cohortId)
    await officer.getByLabel('全选').check()
    await officer.getByLabel('用哪个公开抽签号补足抽签').fill('福彩双色球 2026068 期')
    await officer.getByLabel('开出的日子').fill('2026-06-16')
    await lookTwice(officer, 'directive-draft')
    await officer.keyboard.press('Control+Enter')
    await officer.waitForURL(/\/desk\/rounds\/[0-9a-f-]{36}\/matching/)
    roundId = /[0-9a-f-]{36}/.exec(officer.url())?.[0] ?? ''
    await openRound()
    await press(officer, '计算结果')
    await eventually(() => words(officer)).toContain('已证明没有更低的总成本')
    await press(officer, '看各岗位成本')
    await eventually(() => words(officer)).toContain('换过去全体至少多')
    await look(officer, 'directive-costs')
    await officer.keyboard.press('Escape')
  })

  test('an officer’s decision otherwise stands beside the optimum, in public', { timeout: 240_000 }, async () => {
    await press(officer, '另行决定')
    await officer.getByLabel('安排到').selectOption('')
    await officer.getByLabel('理由').fill('本人自愿放弃本次安排')
    await officer.getByLabel('依据哪一条').fill('《退役军人安置条例》第三十四条')
    await look(officer, 'directive-deviate')
    await officer.keyboard.press('Control+Enter')
    await eventually(() => words(officer)).toContain('另行决定：本人自愿放弃本次安排')
    expect(await words(officer)).toContain('比最优')
    await press(officer, '结束并公布全部记录')
    await eventually(() => words(officer)).toContain('已结束，可以核验')
    await lookTwice(officer, 'directive-closed')
    await verify()
    await room.goto(`${journey.address}/open/rounds/${roundId}`)
    await eventually(() => words(room)).toContain('另行决定：本人自愿放弃本次安排')
    await look(room, 'directive-board-closed')
  })
})
