import { setImmediate as breathe } from 'node:timers/promises'
import type { SheetRow } from '../../../../platform/workbook/index.ts'
import { type CheckedRow, checkRow, placeCodesOf } from './check-row.ts'
import { type Landing, sourceName } from './land-batch.ts'
import { readRow } from './read-row.ts'
import { type Preparing, type ReadyBatch, type ReadyRow, readyRow } from './ready-row.ts'
import { INDEX_BYTES } from './seal-batch.ts'
import type { Sealer } from './sealer.ts'

/** Checking and sealing is work for the processor: every so many rows the server gets to answer others. */
const BREATH = 20

/** Reads and checks the rows, and seals what they open where a sealer is given: all that needs no transaction. */
export async function makeReady(landing: Landing, rows: readonly SheetRow[], sealer: Sealer | undefined): Promise<ReadyBatch> {
  const { job } = landing
  const preparing: Preparing = { secrets: job.secrets, today: job.clock.today(), source: sourceName(landing) }
  const checked = await checkRows(landing, rows, preparing)
  if (!sealer) return { rows: checked.map((row) => readyRow(preparing, row)) }
  const sealed = await sealer.seal(checked, preparing.today)
  const ready = checked.map((row, at): ReadyRow => {
    const known = sealed.rows[at]
    const index = sealed.indexes.subarray(at * INDEX_BYTES, (at + 1) * INDEX_BYTES)
    return known ? { ...row, index, fresh: () => known } : readyRow(preparing, row)
  })
  return { rows: ready, columns: sealed.columns }
}

async function checkRows(landing: Landing, rows: readonly SheetRow[], { today }: Pick<Preparing, 'today'>): Promise<CheckedRow[]> {
  const { job, row, places, columns } = landing
  const typed = rows.map((one) => readRow(one, columns))
  const codes = typed.flatMap(placeCodesOf)
  if (places.lacks(codes)) await job.step('read', (tx) => places.learn(tx, codes))
  const about = { places, unitCode: row.unit_code, today }
  const checked: CheckedRow[] = []
  for (const [at, one] of typed.entries()) {
    if (at % BREATH === BREATH - 1) await breathe()
    checked.push(checkRow(one, about))
  }
  return checked
}
