import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { plainFen } from '../src/kernel/fen.ts'
import { openFileStore } from '../src/platform/files/index.ts'
import { installJobs } from '../src/platform/jobs/jobs.ts'
import { takeReturn } from './bank-return.ts'
import { openTestDatabase } from './database/clone.ts'
import { act, batchOf, look, office, runJob } from './ledger-office.ts'
import { fund, type GivenLine } from './ledger-world.ts'
import { ground, value } from './world.ts'

export const lines = (...amounts: readonly bigint[]): GivenLine[] => amounts.map((amountFen) => ({ lineId: uuidv7(), amountFen }))
export const refusal = (code: string) => ({ kind: 'refusal', refusal: { code } })

export type Told = readonly [line: GivenLine | undefined, outcome: '已付' | '退回']

/** What a bank sends back of a batch, line by line. */
export function returnFile(batchId: string, told: readonly Told[]): string {
  const rows = told.map(
    ([line, said]) => `${line?.lineId},${plainFen(line?.amountFen ?? 0n)},${said},${said === '退回' ? '账号不存在' : ''}`,
  )
  const sum = told.reduce((all, [line]) => all + (line?.amountFen ?? 0n), 0n)
  return [`归队回单,1,${batchId}`, ...rows, `合计,${told.length},${plainFen(sum)}`, ''].join('\r\n')
}

/** A database of a test file's own, with a place for files and the office that pays by bank. */
export async function openBankRoom() {
  const database = await openTestDatabase()
  await installJobs(database.ownerPool)
  const bare = ground(database)
  const directory = await mkdtemp(join(tmpdir(), 'guidui-bank-'))
  const files = await openFileStore({ directory, secrets: bare.secrets })
  const on = { ...bare, files }

  /** A checked batch in a fund of 50 yuan, or of what is given. */
  async function opened(given: readonly GivenLine[], fundFen = 5_000n) {
    const fundAccount = await fund(database, { fen: fundFen })
    return { batchId: await batchOf(database, on, { fundAccount, lines: given }), fundAccount }
  }

  /** Has the file of a batch made, as the queue would, and reads it. */
  async function fileOf(batchId: string, format: 'csv' | 'pain001' = 'csv'): Promise<{ text: string; hash: string }> {
    const { fileJobId } = value<{ fileJobId: string }>(await act(on, office.cashier, { name: 'batch.file', input: { batchId, format } }))
    await runJob(on, office.cashier, { fileJobId, batchId })
    const seen = value<{ fileHash: string; making: { state: string; fileId: string } }>(
      await look(on, office.cashier, { name: 'batch.get', input: { batchId } }),
    )
    expect(seen.making.state).toBe('made')
    const { rows } = await database.ownerPool.query<{ address: string }>('select address from spine.files where id = $1', [
      seen.making.fileId,
    ])
    const parts: Buffer[] = []
    for await (const part of files.read(rows[0]?.address ?? '')) parts.push(part)
    return { text: Buffer.concat(parts).toString('utf8'), hash: seen.fileHash }
  }

  async function paid(given: readonly GivenLine[], fundFen = 10_000n) {
    const { batchId, fundAccount } = await opened(given, fundFen)
    await fileOf(batchId)
    value(await act(on, office.cashier, { name: 'batch.pay', input: { batchId } }))
    return { batchId, fundAccount }
  }

  const take = (batchId: string, content: string, who = office.cashier) => takeReturn(on, who, { batchId, content })

  async function close(): Promise<void> {
    await database.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { database, on, opened, fileOf, paid, take, close }
}
