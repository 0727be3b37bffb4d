import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { takeReturn } from '../../../../../test/bank-return.ts'
import { benefit, office, runMonth, seeBenefit } from '../../../../../test/benefits-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, office as books, runJob } from '../../../../../test/ledger-office.ts'
import { balanceOf, fund } from '../../../../../test/ledger-world.ts'
import { divisions, ground, person, value, YUBEI } from '../../../../../test/world.ts'
import { plainFen } from '../../../../kernel/fen.ts'
import { openFileStore } from '../../../../platform/files/index.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'
import type { seePayment } from '../../contract.ts'

const database = await openTestDatabase()
const directory = await mkdtemp(join(tmpdir(), 'guidui-month-'))
const files = await openFileStore({ directory, secrets: ground(database).secrets })
afterAll(async () => {
  await database.close()
  await rm(directory, { recursive: true, force: true })
})
beforeAll(async () => {
  await divisions(database)
  await installJobs(database.ownerPool)
})
beforeEach(async () => {
  await database.ownerPool.query(
    'truncate benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.once_dead, benefits.unpaid, benefits.payee_changes',
  )
  await database.ownerPool.query(`update registry.entitled_identities set status = 'claimed'`)
})

const on = (day: string) => ({ ...ground(database, `${day}T02:00:00.000Z`), files })
type Who = (typeof office)[keyof typeof office]
const say = (day: string, who: Who, name: string, input: object) => benefit(on(day), who, { name, input })

async function entitled(...accounts: readonly (string | null)[]): Promise<string[]> {
  const ids: string[] = []
  for (const _ of accounts) {
    const { id } = await person(on('2026-05-02'), { identities: [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never })
    ids.push(id)
  }
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = any($1::uuid[])`, [ids])
  value(await say('2026-05-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say('2026-05-02', office.approver, 'benefit.approve', { unitCode: YUBEI }))
  for (const [at, account] of accounts.entries()) if (account !== null) await (await payee(ids[at] ?? '', account))()
  return ids
}
const payee = async (personId: string, account: string, day = '2026-05-03') => {
  const input = { personId, bank: '重庆农村商业银行', account, evidence: '本人申请' }
  const { changeId } = value<{ changeId: string }>(await say(day, office.clerk, 'benefit.setPayee', input))
  return async () => value(await say(day, office.approver, 'benefit.confirmPayee', { changeId }))
}

async function approved(day: string): Promise<string> {
  const { id: runId } = value<{ id: string }>(await say(day, office.clerk, 'month.start', { unitCode: YUBEI, month: day.slice(0, 7) }))
  await runMonth(on(day), office.clerk, runId)
  value(await say(day, office.clerk, 'month.review', { runId }))
  value(await say(day, office.approver, 'month.approve', { runId }))
  return runId
}
const send = (runId: string, fundId: string, who: Who = office.clerk) => say('2026-06-10', who, 'month.send', { runId, fundId })
const seen = async (runId: string) =>
  value<z.output<typeof seePayment.output>>(await seeBenefit(on('2026-06-10'), office.clerk, { name: 'month.payment', input: { runId } }))
const budget = (fen = 1_000_000_000n) => fund(database, { fen })

/** The cashier makes the file, hands it over, and takes the answer of the bank for each line. */
async function throughBank(batchId: string, outcome: '已付' | '退回'): Promise<string> {
  const today = on('2026-06-10')
  const { fileJobId } = value<{ fileJobId: string }>(
    await act(today, books.cashier, { name: 'batch.file', input: { batchId, format: 'csv' } }),
  )
  await runJob(today, books.cashier, { fileJobId, batchId })
  const { rows: made } = await database.ownerPool.query<{ address: string }>(
    'select f.address from ledger.bank_files b join spine.files f on f.id = b.file_id where b.id = $1',
    [fileJobId],
  )
  let file = ''
  for await (const part of files.read(made[0]?.address ?? '')) file += part.toString('utf8')
  value(await act(today, books.cashier, { name: 'batch.pay', input: { batchId } }))
  const { rows } = await database.ownerPool.query<{ line_id: string; amount_fen: string }>(
    'select line_id, amount_fen::text from ledger.batch_lines where batch_id = $1 order by line_id',
    [batchId],
  )
  const told = rows.map((row) => `${row.line_id},${plainFen(BigInt(row.amount_fen))},${outcome},${outcome === '退回' ? '账号不存在' : ''}`)
  const sum = rows.reduce((all, row) => all + BigInt(row.amount_fen), 0n)
  const content = [`归队回单,1,${batchId}`, ...told, `合计,${rows.length},${plainFen(sum)}`, ''].join('\r\n')
  value(await takeReturn(today, books.cashier, { batchId, content }))
  return file
}

test('an approved month becomes a batch: held on the fund, filed with the accounts, paid, reconciled', async () => {
  await entitled('6222000011112222', '6222000033334444')
  const runId = await approved('2026-06-05')
  const fundId = await budget()

  const sent = value<{ batchId: string; lines: number; fen: string }>(await send(runId, fundId))

  expect(sent.lines).toBe(2)
  expect(await balanceOf(database, fundId)).toEqual({ balance: 1_000_000_000n, held: BigInt(sent.fen) })
  expect(await seen(runId)).toMatchObject({ batch: { state: 'opened', fen: sent.fen }, can: { send: false } })
  const file = await throughBank(sent.batchId, '已付')
  expect(file).toContain('"周建国","重庆农村商业银行",6222000011112222')
  expect(file).toContain('"周建国","重庆农村商业银行",6222000033334444')
  expect(await seen(runId)).toMatchObject({ batch: { state: 'reconciled', lines: 2, returned: { people: 0 } }, toPay: { people: 2 } })
  expect(await balanceOf(database, fundId)).toEqual({ balance: 1_000_000_000n - BigInt(sent.fen), held: 0n })
})

test('the card that a file names is the account of who is taken into pay', async () => {
  const identities = [{ classCode: 'KIN-M', fromOn: '2018-01-01' }] as never
  const { id } = await person(on('2026-05-02'), { identities, bankCard: '6222000055556666' })
  await database.ownerPool.query(`update registry.entitled_identities set status = 'confirmed' where person_id = $1`, [id])
  value(await say('2026-05-02', office.clerk, 'benefit.takeIn', { unitCode: YUBEI }))
  value(await say('2026-05-02', office.approver, 'benefit.approve', { unitCode: YUBEI }))

  value(await say('2026-05-03', office.clerk, 'benefit.fillPayees', { unitCode: YUBEI, prefix: '622200', bank: '农业银行渝北支行' }))
  value(await say('2026-05-03', office.approver, 'benefit.confirmFilled', { unitCode: YUBEI }))

  const { batchId } = value<{ batchId: string }>(await send(await approved('2026-06-05'), await budget()))

  expect(await throughBank(batchId, '已付')).toContain('"周建国","农业银行渝北支行",6222000055556666')
})

test('an account that is changed and not confirmed yet is not paid to: the old one is; who sends it sees how many are new', async () => {
  const [only = ''] = await entitled('6222000011112222')
  const confirm = await payee(only, '6222000033334444', '2026-06-06')
  const june = await approved('2026-06-05')
  expect(await seen(june)).toMatchObject({ newAccounts: 1 })
  const { batchId } = value<{ batchId: string }>(await send(june, await budget()))

  await confirm()

  const file = await throughBank(batchId, '已付')
  expect(file).toContain('6222000011112222')
  expect(file).not.toContain('6222000033334444')
})

test('who has no account stops nobody and is paid two months at once when it is known', async () => {
  const [, second = ''] = await entitled('6222000011112222', null)
  const june = await approved('2026-06-05')
  const fundId = await budget()
  const before = await seen(june)
  expect(before.unpaid['no-account']).toMatchObject({ people: 1 })
  expect(before.people).toMatchObject([{ personId: second, why: 'no-account' }])

  const first = value<{ batchId: string; lines: number; fen: string }>(await send(june, fundId))
  await (await payee(second, '6222000033334444'))()
  const july = await approved('2026-07-05')
  const next = value<{ batchId: string; lines: number; fen: string }>(await send(july, fundId))

  expect([first.lines, next.lines]).toEqual([1, 2])
  const { rows } = await database.ownerPool.query<{ paid: string; due: string }>(
    `select (select sum(amount_fen) from ledger.batch_lines where batch_id = any($1::uuid[]))::text as paid, (select sum(amount_fen) from benefits.lines)::text as due`,
    [[first.batchId, next.batchId]],
  )
  expect(rows[0]?.paid).toBe(rows[0]?.due)
})

test('what was paid too much is deducted from the months that follow', async () => {
  const [only = ''] = await entitled('6222000011112222')
  const fundId = await budget()
  const june = await approved('2026-06-05')
  const { fen } = value<{ fen: string }>(await send(june, fundId))
  // As a mistake that is found late would: more is taken back in July than July pays.
  const july = await approved('2026-07-05')
  await database.ownerPool.query('alter table benefits.lines disable row level security')
  await database.ownerPool.query(
    `insert into benefits.lines select bureau_code, run_id, person_id, class_code, kind, date '2026-06-01', unit_code, -$2::bigint, $2::bigint, 'recovery', -1
       from benefits.lines where run_id = $1`,
    [july, String(BigInt(fen) + 500_000n)],
  )
  await database.ownerPool.query('alter table benefits.lines enable row level security')
  const [before] = (await seen(july)).people
  expect(before).toMatchObject({ personId: only, why: 'owes' })
  expect(value(await send(july, fundId))).toEqual({ batchId: null, lines: 0, fen: '0' })

  const august = await approved('2026-08-05')
  const { rows } = await database.ownerPool.query<{ fen: string }>(
    'select sum(amount_fen)::text as fen from benefits.lines where run_id = $1',
    [august],
  )
  const carried = BigInt(rows[0]?.fen ?? 0n) + BigInt(before?.fen ?? 0n)
  expect((await seen(august)).toPay.fen).toBe(String(carried > 0n ? carried : 0n))
})

test('a fund that is short says by how much, and nothing of the batch is left', async () => {
  await entitled('6222000011112222')
  const runId = await approved('2026-06-05')
  const { toPay } = await seen(runId)
  const fundId = await budget(BigInt(toPay.fen) - 1n)

  expect(await send(runId, fundId)).toMatchObject({ refusal: { code: 'fund-short', shortFen: '1' } })

  expect(await seen(runId)).toMatchObject({ batch: null, can: { send: true } })
  const { rows } = await database.ownerPool.query('select from benefits.unpaid')
  expect(rows).toEqual([])
})

test('a line that the bank sends back is shown, and is paid by the batch that pays it again', async () => {
  await entitled('6222000011112222')
  const runId = await approved('2026-06-05')
  const { batchId } = value<{ batchId: string }>(await send(runId, await budget()))
  await throughBank(batchId, '退回')
  expect(await seen(runId)).toMatchObject({ batch: { state: 'reconciled', returned: { people: 1 } } })

  const again = value<{ batchId: string }>(
    await act(on('2026-06-10'), books.maker, { name: 'batch.reissue', input: { batchId, accounts: [] } }),
  )
  value(await act(on('2026-06-10'), books.checker, { name: 'batch.approve', input: { batchId: again.batchId } }))

  expect(await throughBank(again.batchId, '已付')).toContain('6222000011112222')
  expect((await seen(runId)).batch?.returned.people).toBe(0)
})

test('a month in which nobody has an account is not sent, and says so', async () => {
  await entitled(null)
  const june = await approved('2026-06-05')

  expect(await send(june, await budget())).toMatchObject({ refusal: { code: 'nothing-to-pay' } })
})

test('a month is sent once, in order, by who may, from a budget of its own office', async () => {
  await entitled('6222000011112222')
  const june = await approved('2026-06-05')
  const july = await approved('2026-07-05')
  const fundId = await budget()

  expect(await send(july, fundId)).toMatchObject({ refusal: { code: 'earlier-not-sent', month: '2026-06' } })
  expect(await send(june, await fund(database, { fen: 1_000_000_000n, fundKind: 'care' }))).toMatchObject({
    refusal: { code: 'no-such-fund' },
  })
  expect(await send(june, uuidv7())).toMatchObject({ refusal: { code: 'no-such-fund' } })
  expect(await send(june, fundId, office.approver)).toMatchObject({ problem: { code: 'not-permitted' } })
  expect(await send(june, fundId, office.supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
  expect(await send(june, fundId, office.neighbour)).toMatchObject({ problem: { code: 'not-found' } })

  const both = await Promise.all([send(june, fundId), send(june, fundId)])

  expect(both.map((one) => (one.kind === 'refusal' ? one.refusal.code : one.kind)).toSorted()).toEqual(['already-sent', 'value'])
  value(await send(july, fundId))
})
