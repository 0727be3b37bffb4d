import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { plainFen } from '../../src/kernel/fen.ts'
import { type KillStage, onKillStage, restart } from './kill-stage.ts'
import { insist, type Seat, takeSeat } from './round-room.ts'

/** Of a deed: how many statements its transaction has, and what became of those that were killed at them. */
export interface DeedReport {
  steps: number
  kills: number
  stood: number
  never: number
}

export interface MonthReport {
  readonly deeds: ReadonlyMap<string, DeedReport>
  readonly months: number
  readonly payments: number
  readonly faults: readonly string[]
}

const YUBEI = '500112000000'
const FIRST_MONTH = 2022 * 12

/** Every action asks for its lock first; the file is finished from the lock of its making on. */
const ACTION = /pg_try_advisory_xact_lock/
const MAKING = /from ledger\.bank_files where .* for update/i
/** What a return file settles begins with the lock of its batch. */
const RETURNING = /from ledger\.batches where .* for update/i

/** Years of `month`, counted from the year 0. */
const monthOf = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

interface Office {
  readonly stage: KillStage
  readonly clerk: Seat
  readonly approver: Seat
  readonly cashier: Seat
  readonly fundId: string
  readonly deeds: Map<string, DeedReport>
  readonly faults: string[]
}

interface Strike {
  readonly step: number
  readonly isHeard: boolean
}

/**
 * Month after month is approved, sent to the cashier, filed, paid and reconciled, and the server is killed at each statement
 * of each of these in turn, before and after the database has heard it; then the same is asked again.
 */
export const runMonthKills = ({ port, say }: { port: number; say: (line: string) => void }): Promise<MonthReport> =>
  onKillStage({ port, watched: ACTION }, async (stage) => {
    const office = await openOffice(stage)
    let months = 0
    for (let step = 1, isLast = false; !isLast; step += 1) {
      const before = killsOf(office)
      for (const isHeard of [false, true]) {
        await playMonth(office, monthOf(FIRST_MONTH + months), { step, isHeard })
        months += 1
      }
      isLast = killsOf(office) === before
      if (!isLast) say(`  killed at statement ${step} of whatever has so many, before and after`)
    }
    const payments = await holdAgainst(office)
    return { deeds: office.deeds, months, payments, faults: office.faults }
  })

const killsOf = ({ deeds }: Office): number => [...deeds.values()].reduce((all, { kills }) => all + kills, 0)

/** Everybody who is entitled is taken into pay by two people; the county has its budget from the demo. */
async function openOffice(stage: KillStage): Promise<Office> {
  const [clerk, approver, cashier] = [
    await takeSeat(stage.address, 'jiang.wenbo'),
    await takeSeat(stage.address, 'xiao.limin'),
    await takeSeat(stage.address, 'tao.jin'),
  ]
  await clerk.act('benefit.takeIn', { unitCode: YUBEI })
  await approver.act('benefit.approve', { unitCode: YUBEI })
  await giveAccounts(clerk, approver)
  const { rows } = await stage.admin.query<{ id: string }>(
    "select id from ledger.accounts where bureau_code = '500112' and kind = 'fund' and fund_kind = 'benefit'",
  )
  return { stage, clerk, approver, cashier, fundId: rows[0]?.id ?? '', deeds: new Map(), faults: [] }
}

/** The cards of the files become accounts by two people, by how their numbers begin (decision 0017). */
async function giveAccounts(clerk: Seat, approver: Seat): Promise<void> {
  const { groups } = await clerk.see<{ groups: readonly { prefix: string }[] }>('benefit.cards', { unitCode: YUBEI })
  for (const { prefix } of groups) await clerk.act('benefit.fillPayees', { unitCode: YUBEI, prefix, bank: '测试银行渝北支行' })
  await approver.act('benefit.confirmFilled', { unitCode: YUBEI })
}

/** One month from its computation to its reconciliation; each deed on the way is struck. */
async function playMonth(office: Office, month: string, strike: Strike): Promise<void> {
  const { clerk, approver, cashier, fundId } = office
  const { id: runId } = await clerk.act<{ id: string }>('month.start', { unitCode: YUBEI, month })
  await until(async () => (await clerk.see<{ run: { state: string } }>('month.get', { runId })).run.state === 'computed')
  await clerk.act('month.review', { runId })
  await strikeAt(office, { deed: 'approve', seat: approver, name: 'month.approve', input: { runId } }, strike)
  const sent = await strikeAt<{ batchId: string }>(
    office,
    { deed: 'send', seat: clerk, name: 'month.send', input: { runId, fundId } },
    strike,
  )
  const { batchId } = sent
  await strikeAt(office, { deed: 'file', seat: cashier, name: 'batch.file', input: { batchId, format: 'csv' }, watched: MAKING }, strike)
  await until(async () => (await cashier.see<{ making: { state: string } | null }>('batch.get', { batchId })).making?.state === 'made')
  await strikeAt(office, { deed: 'pay', seat: cashier, name: 'batch.pay', input: { batchId } }, strike)
  const fileId = await cashier.bring(await returnOf(office, batchId))
  const reconcile = { deed: 'reconcile', seat: cashier, name: 'batch.takeReturn', input: { batchId, fileId }, watched: RETURNING }
  await strikeAt(office, reconcile, strike)
  await until(async () => (await cashier.see<{ state: string }>('batch.get', { batchId })).state === 'reconciled')
}

interface Deed {
  readonly deed: string
  readonly seat: Seat
  readonly name: string
  readonly input: object
  /** Where the work is done by a job after the answer: what that job asks first. */
  readonly watched?: RegExp
}

/** Sends, kills the server at one statement, starts it again, and sends the same once more. */
async function strikeAt<T>({ stage, deeds, faults }: Office, deed: Deed, { step, isHeard }: Strike): Promise<T> {
  const report = deeds.get(deed.deed) ?? { steps: 0, kills: 0, stood: 0, never: 0 }
  deeds.set(deed.deed, report)
  const key = uuidv7()
  let killing: Promise<void> | undefined
  const strike = (): void => {
    killing = stage.guidui.kill()
  }
  stage.proxy.arm({ step, isHeard, strike, ...(deed.watched && { watched: deed.watched }) })
  const answer = await deed.seat.send(deed.name, deed.input, key)
  if (deed.watched) await until(() => Promise.resolve(killing !== undefined), 3_000).catch(() => undefined)
  stage.proxy.arm({ step: 0, isHeard: true, strike: () => undefined, watched: /^nothing asks this$/ })
  if (killing !== undefined) {
    await killing
    await restart(stage)
    const before = await receiptsOf(stage, key)
    report.kills += 1
    report[before === 1 ? 'stood' : 'never'] += 1
    if (answer !== undefined && before === 0) faults.push(`${deed.deed}, statement ${step}: answered and not there`)
  } else report.steps = Math.max(report.steps, deed.watched ? report.steps : stage.proxy.steps())
  const value = await insist<T>(deed.seat, { name: deed.name, input: deed.input, key })
  const after = await receiptsOf(stage, key)
  if (after !== 1) faults.push(`${deed.deed}, statement ${step}, ${isHeard ? 'heard' : 'not heard'}: ${after} receipts`)
  return value
}

async function receiptsOf({ admin }: KillStage, key: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from spine.receipts where action_id = $1 and not refused', [
    key,
  ])
  return rows[0]?.n ?? 0
}

async function until(isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  for (const since = Date.now(); Date.now() - since < patience; await sleep(50)) if (await isSo().catch(() => false)) return
  throw new Error(`waited ${patience} ms for nothing`)
}

/** What the bank says of a batch: each line is paid. */
async function returnOf({ stage: { admin } }: Office, batchId: string): Promise<string> {
  const { rows } = await admin.query<{ line_id: string; fen: string }>(
    'select line_id, amount_fen::text as fen from ledger.batch_lines where batch_id = $1 order by line_id',
    [batchId],
  )
  const sum = rows.reduce((all, { fen }) => all + BigInt(fen), 0n)
  const told = rows.map(({ line_id: id, fen }) => `${id},${plainFen(BigInt(fen))},已付,`)
  return [`归队回单,1,${batchId}`, ...told, `合计,${rows.length},${plainFen(sum)}`, ''].join('\r\n')
}

const CHECKS: Readonly<Record<string, string>> = {
  'a person is paid a month otherwise than its lines and what the month before left say': `
    select count(*)::int as n from
      (select run_id, person_id, sum(fen) as fen from (
         select run_id, person_id, amount_fen as fen from benefits.lines
         union all
         select r.id, u.person_id, u.owed_fen from benefits.runs r
           join lateral (select id from benefits.runs e where e.bureau_code = r.bureau_code and e.state = 'approved' and e.month < r.month order by month desc limit 1) e on true
           join benefits.unpaid u on u.bureau_code = r.bureau_code and u.run_id = e.id
          where r.sent_at is not null) due group by 1, 2) d
      full join (
        select r.id as run_id, b.sealed_for as person_id, b.amount_fen as fen
          from benefits.runs r join ledger.batch_lines b on b.bureau_code = r.bureau_code and b.batch_id = r.batch_id and b.state = 'paid'
        union all
        select run_id, person_id, owed_fen from benefits.unpaid) p using (run_id, person_id)
     where coalesce(d.fen, 0) <> coalesce(p.fen, 0)`,
  'a line of a month is not paid exactly once': `
    select count(*)::int as n from (
      select from ledger.batch_lines where source_module = 'benefits' group by bureau_code, line_id having count(*) filter (where state = 'paid') <> 1) l`,
  'a batch is not reconciled, or left the fund otherwise than once': `
    select count(*)::int as n from ledger.batches b
     where b.source_module = 'benefits' and b.title like '%抚恤补助金' and (b.state <> 'reconciled'
           or (select coalesce(sum(e.amount_fen), 0) from ledger.entries e join ledger.holds h on h.posting_id = e.posting_id
                where h.id = b.id and e.account_id = b.account_id) <> -b.total_fen)`,
  'an invariant of the books is broken': 'select count(*)::int as n from ledger.breaks',
}

/** Nobody left out, nobody twice: everything paid against everything due. @returns how many payments there were */
async function holdAgainst({ stage: { admin }, faults }: Office): Promise<number> {
  for (const [sentence, select] of Object.entries(CHECKS)) {
    const { rows } = await admin.query<{ n: number }>(select)
    if (rows[0]?.n !== 0) faults.push(`${sentence}: ${rows[0]?.n} times`)
  }
  const { rows } = await admin.query<{ n: number }>(
    `select count(*)::int as n from ledger.batch_lines where source_module = 'benefits' and state = 'paid'`,
  )
  return rows[0]?.n ?? 0
}
