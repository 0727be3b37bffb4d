import { z } from 'zod'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { RowOutcome as ReturnedRow } from '../../../../platform/workbook/index.ts'
import type { ImportRow } from './import-rows.ts'
import type { RowOutcome, RowResult } from './land-rows.ts'

const COLUMN = 'registry.import_batches.outcomes'

const Kept = z.array(z.tuple([z.int(), z.enum(['new', 'filled', 'unchanged', 'wrong']), z.string()]))

export const sealOutcomes = (secrets: Secrets, about: { importId: string; batch: number }, outcomes: readonly RowOutcome[]): Buffer =>
  secrets.encrypt(
    COLUMN,
    `${about.importId}/${about.batch}`,
    JSON.stringify(outcomes.map(({ rowNumber, result, reason }) => [rowNumber, result, reason])),
  )

const WORDS: Readonly<Record<RowResult, string>> = { new: '新建档', filled: '已补充', unchanged: '无变化', wrong: '未导入' }

/** Rows with the same words share one object: a million rows cost a million references and no more. */
const WITHOUT_REASON: Readonly<Record<RowResult, ReturnedRow>> = {
  new: { result: WORDS.new, isBad: false },
  filled: { result: WORDS.filled, isBad: false },
  unchanged: { result: WORDS.unchanged, isBad: false },
  wrong: { result: WORDS.wrong, isBad: true },
}

/** Rows by their numbers, both ends included. */
export interface Rows {
  readonly first: number
  readonly last: number
}

/** All that a workbook can have. */
export const ALL_ROWS: Rows = { first: 0, last: 2 ** 31 - 1 }

/** What became of rows of an import, by their numbers, in the words of the returned workbook; of some rows more, where they landed together. */
export async function listOutcomes(
  tx: Tx,
  secrets: Secrets,
  { row, first, last }: Rows & { row: Pick<ImportRow, 'id' | 'unit_code'> },
): Promise<Map<number, ReturnedRow>> {
  const outcomes = new Map<number, ReturnedRow>()
  const { rows } = await tx.query<{ batch: number; outcomes: Buffer }>(
    `select batch, outcomes from registry.import_batches
      where bureau_code = left($1, 6) and import_id = $2 and last_row >= $3 and first_row <= $4 order by batch`,
    [row.unit_code, row.id, first, last],
  )
  for (const { batch, outcomes: sealed } of rows) {
    const kept = Kept.parse(JSON.parse(secrets.decrypt(COLUMN, `${row.id}/${batch}`, sealed)))
    for (const [rowNumber, result, reason] of kept) {
      outcomes.set(rowNumber, reason === '' ? WITHOUT_REASON[result] : { result: WORDS[result], reason, isBad: result === 'wrong' })
    }
  }
  return outcomes
}
