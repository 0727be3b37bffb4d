import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { plainFen } from '../../src/kernel/fen.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The cashier has the file of a batch made on its page, takes it, and says that the bank has it. @returns the file */
export async function payBatch(cashier: Page, address: string): Promise<string> {
  await cashier.goto(address)
  await button(cashier, '生成银行文件').press('Enter')
  const link = cashier.getByRole('link', { name: '下载银行文件' })
  await link.waitFor({ timeout: 60_000 })
  const [saved] = await Promise.all([cashier.waitForEvent('download'), link.press('Enter')])
  const file = await readFile(await saved.path(), 'utf8')
  await button(cashier, '文件已交银行，确认支付').press('Enter')
  await cashier.getByRole('heading', { name: '录入银行回单' }).waitFor()
  return file
}

/** What a bank answers to a file: all lines paid but the first, which comes back. */
export function answerTo(file: string): string {
  const rows = file.replace('\uFEFF', '').split('\r\n')
  const batchId = rows[0]?.split(',')[2] ?? ''
  const lines = rows.flatMap((row) => {
    const [, lineId = '', yuan = ''] = /^\d+,([0-9a-f-]{36}),.*,([\d.]+),"[^"]*"$/.exec(row) ?? []
    return lineId === '' ? [] : [{ lineId, fen: BigInt(yuan.replace('.', '')) }]
  })
  const told = lines.map(({ lineId, fen }, at) => `${lineId},${plainFen(fen)},${at === 0 ? '退回,账号户名不符' : '已付,'}`)
  const sum = lines.reduce((all, { fen }) => all + fen, 0n)
  return [`归队回单,1,${batchId}`, ...told, `合计,${lines.length},${plainFen(sum)}`, ''].join('\r\n')
}

/** The cashier brings a file as the answer of the bank. */
export async function bringAnswer(cashier: Page, content: string): Promise<void> {
  const file = { name: '回单.csv', mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') }
  await cashier.getByLabel('选择回单文件（CSV）').setInputFiles(file)
  await button(cashier, '录入').press('Enter')
}

/** The cashier takes what the bank answered. */
export async function takeAnswer(cashier: Page, content: string): Promise<void> {
  await bringAnswer(cashier, content)
  await expect.poll(() => cashier.locator('main').innerText(), { timeout: 30_000 }).toContain('退回 1 笔')
}

/** The clerk says of which bank the cards of files are; somebody else confirms them all. */
export async function fillCards({ clerk, approver }: { clerk: Page; approver: Page }, page: string): Promise<void> {
  await clerk.goto(page)
  const fields = clerk.getByLabel(/^\d{6} 的开户行$/)
  await fields.first().waitFor()
  for (let left = await fields.count(); left > 0; left -= 1) {
    await fields.first().fill('重庆农村商业银行渝北支行')
    await clerk
      .getByRole('button', { name: /^填入 / })
      .first()
      .press('Enter')
    await expect.poll(() => fields.count(), { timeout: 30_000 }).toBe(left - 1)
  }
  // Whoever entered them has no button to confirm them.
  expect(await button(clerk, '全部确认').count()).toBe(0)
  await approver.goto(page)
  await button(approver, '全部确认').press('Enter')
  await button(approver, '全部确认').waitFor({ state: 'detached' })
}
