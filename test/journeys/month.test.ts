import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../src/modules/benefits/index.ts'
import { jobs as bankJobs } from '../../src/modules/ledger/index.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { answerTo, bringAnswer, fillCards, payBatch, takeAnswer } from './bank-hands.ts'
import { look } from './look.ts'
import { type Journey, openJourney, PHONE } from './open-journey.ts'

const run = promisify(execFile)
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

let journey: Journey
let turns: Awaited<ReturnType<typeof startJobs>>

beforeAll(async () => {
  journey = await openJourney(3_000)
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  turns = await startJobs({ ownerPool: journey.ownerPool, ground: journey.ground, jobs: [...jobs, ...bankJobs], log })
})

afterAll(async () => {
  await turns.stop()
  await journey.close()
})

const main = (page: Page) => page.locator('main').innerText()
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The clerk computes the month that comes and says that it was looked through. */
async function prepare(clerk: Page): Promise<void> {
  await clerk.goto(`${journey.address}/desk/benefits/months`)
  await button(clerk, '开始核算').press('Enter')
  await eventually(() => main(clerk)).toContain('与上月相比')
  await button(clerk, '已看过差异和未核算人员，送批准').press('Enter')
  await eventually(() => main(clerk)).toContain('待批准')
}

test('a month is refused, repaired and approved; each line opens what it comes from; the notice is a Word file', {
  timeout: 400_000,
}, async () => {
  const clerk = await journey.enter('jiang.wenbo')
  const approver = await journey.enter('xiao.limin')

  await clerk.goto(`${journey.address}/desk/benefits/months`)
  await eventually(() => main(clerk)).toContain('纳入发放')
  await button(clerk, '纳入新确认的').press('Enter')
  await eventually(() => main(clerk)).toContain('等人批准')
  await look(clerk, 'months-waiting', { fullPage: true })
  // Whoever took them in has no button to approve them.
  expect(await button(clerk, '全部批准').count()).toBe(0)
  await approver.goto(`${journey.address}/desk/benefits/months`)
  await button(approver, '全部批准').press('Enter')
  await eventually(() => main(approver)).toContain('待批 0')
  const accounts = `${journey.address}/desk/benefits/accounts`
  await clerk.goto(accounts)
  await eventually(() => main(clerk)).toContain('人没有账户')
  await look(clerk, 'payees-cards', { fullPage: true })
  await fillCards({ clerk, approver }, accounts)

  await prepare(clerk)
  expect(await button(clerk, '批准').count()).toBe(0)
  const address = clerk.url()
  await look(clerk, 'month-reviewed', { fullPage: true })

  await approver.goto(address)
  await approver.getByLabel('退回原因').fill('有人去世未登记')
  await button(approver, '退回').press('Enter')
  await eventually(() => main(approver)).toContain('退回原因：有人去世未登记')
  await look(approver, 'month-returned', { fullPage: true })

  const { rows } = await journey.ownerPool.query<{ person_id: string }>(
    "select person_id from benefits.lines where run_id = $1 and class_code = 'DIS' and amount_fen > 0 limit 1",
    [address.split('/').at(-1)],
  )
  await clerk.goto(`${journey.address}/desk/people/${rows[0]?.person_id}`)
  await clerk.getByRole('tab', { name: '待遇测算' }).click()
  await button(clerk, '登记变动').press('Enter')
  await clerk.getByRole('dialog').getByLabel('原因').selectOption('wanted')
  await clerk.getByRole('dialog').getByLabel('发生日期').fill('2026-01-10')
  await clerk.getByRole('dialog').getByLabel('凭据').fill('渝公网追〔2026〕7号')
  await clerk.keyboard.press('Control+Enter')
  await clerk.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(() => main(clerk)).toContain('渝公网追〔2026〕7号')
  await look(clerk, 'kept-of-person', { fullPage: true })
  await button(clerk, '登记收款账户').press('Enter')
  await clerk.getByRole('dialog').getByLabel('开户行').fill('重庆农村商业银行')
  await clerk.getByRole('dialog').getByLabel('账号', { exact: true }).fill('6222 0000 1111 2222')
  await clerk.getByRole('dialog').getByLabel('再输一遍账号').fill('6222000011112222')
  await clerk.getByRole('dialog').getByLabel('凭据').fill('本人申请、银行卡复印件')
  await look(clerk, 'set-payee', { fullPage: true })
  await clerk.keyboard.press('Control+Enter')
  await eventually(() => main(clerk)).toContain('新账户待确认')
  await look(clerk, 'payee-waits', { fullPage: true })
  await clerk.goto(accounts)
  await eventually(() => main(clerk)).toContain('等另一位有批准权的人确认')
  await look(clerk, 'payees-own', { fullPage: true })
  await approver.goto(accounts)
  await eventually(() => main(approver)).toContain('6222 **** 2222')
  await look(approver, 'payees-waiting', { fullPage: true })
  await approver.getByRole('button', { name: /^确认 / }).press('Enter')
  await eventually(() => main(approver)).toContain('没有待确认的账户')
  await look(approver, 'payees-confirmed', { fullPage: true })

  await prepare(clerk)
  expect(await main(clerk)).toContain('被通缉，中止')
  await approver.goto(clerk.url())
  await button(approver, '批准').press('Enter')
  await eventually(() => main(approver)).toContain('已批准')
  await approver.locator('main details summary').first().click()
  await eventually(() => main(approver)).toContain('依据 《军人抚恤优待条例》')
  await look(approver, 'month-approved', { fullPage: true })

  await clerk.reload()
  await eventually(() => main(clerk)).toContain('从哪个基金付')
  await look(clerk, 'month-to-pay', { fullPage: true })
  await button(clerk, '送出纳付款').press('Enter')
  await eventually(() => main(clerk)).toContain('已送出纳')
  await look(clerk, 'month-sent', { fullPage: true })
  const batch = `${journey.address}${await clerk.getByRole('link', { name: '看付款批次' }).getAttribute('href')}`

  // It was somebody of the same name.
  await clerk.goto(`${journey.address}/desk/people/${rows[0]?.person_id}`)
  await clerk.getByRole('tab', { name: '待遇测算' }).click()
  await button(clerk, '撤销').press('Enter')
  await clerk.getByRole('dialog').getByLabel('为什么撤销').fill('同名同姓，渝公网撤〔2026〕3号')
  await clerk.keyboard.press('Control+Enter')
  await eventually(() => main(clerk)).toContain('已撤销')
  await look(clerk, 'kept-taken-back', { fullPage: true })
  const month = approver.url()

  const cashier = await journey.enter('tao.jin')
  const file = await payBatch(cashier, batch)
  expect(file).toContain('"重庆农村商业银行渝北支行",99000')
  await clerk.goto(month)
  await eventually(() => main(clerk)).toContain('已付款')
  const answer = answerTo(file)
  await bringAnswer(cashier, answer.slice(0, answer.length / 2))
  await eventually(() => main(cashier)).toContain('之后被截断，没有合计行，整份没有录入')
  await takeAnswer(cashier, answer)
  await look(cashier, 'batch-reconciled', { fullPage: true })
  await clerk.reload()
  await eventually(() => main(clerk)).toContain('已对账')
  await eventually(() => main(clerk)).toContain('银行退回')
  await look(clerk, 'month-reconciled', { fullPage: true })

  const saved = clerk.waitForEvent('download')
  await button(clerk, '出发放通知（Word）').press('Enter')
  const path = await (await saved).path()
  if (hasOffice) expect(await textOf(path)).toContain('优抚对象抚恤补助金已核算、复核并批准')
})

/** What LibreOffice reads in a Word file. */
async function textOf(path: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guidui-notice-'))
  try {
    const office = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
    ]
    const docx = join(folder, 'notice.docx')
    await run('cp', [path, docx])
    await run('soffice', [...office, docx], { timeout: 150_000 })
    return await readFile(join(folder, 'notice.txt'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('the pages are whole on a phone', async () => {
  const page = await journey.enter('qiu.zhen', PHONE)
  const { rows } = await journey.ownerPool.query<{ batch_id: string }>('select batch_id from ledger.return_files limit 1')
  await page.goto(`${journey.address}/desk/ledger/batches/${rows[0]?.batch_id}`)
  await eventually(() => main(page)).toContain('回单.csv')
  await look(page, 'batch-390', { fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.goto(`${journey.address}/desk/benefits/months`)
  await eventually(() => main(page)).toContain('已批准')
  await look(page, 'months-390', { fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.goto(`${journey.address}/desk/benefits/accounts`)
  await eventually(() => main(page)).toContain('最近办完的')
  await look(page, 'payees-390', { fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.goto(`${journey.address}/desk/benefits/months`)
  await page.getByRole('table').first().getByRole('link').first().click()
  await eventually(() => main(page)).toContain('核算依据')
  await look(page, 'month-390', { fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
