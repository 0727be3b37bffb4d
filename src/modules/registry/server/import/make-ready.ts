import { setImmediate as breathe } from 'node:timers/promises'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { rowReader } from '../../../../platform/workbook/index.ts'
import { type CheckedRow, checkRow, PLACE_KEYS, placeCodesOf } from './check-row.ts'
import { type Landing, sourceName } from './land-batch.ts'
import { readRow, type TypedRow } from './read-row.ts'
import { type Fresh, type Preparing, type ReadyBatch, type ReadyRow, readyRow } from './ready-row.ts'
import { INDEX_BYTES, type Wanted } from './seal-batch.ts'
import type { Sealer } from './sealer.ts'

/** Checking is work for the processor: every so many rows the server gets to answer others. */
const BREATH = 20

const NOTHING: readonly never[] = []

/** Reads and checks the rows, and seals what they open: in the sealer's thread where one is given, else here and when it is needed. */
export async function makeReady(landing: Landing, wanted: Wanted, sealer: Sealer | undefined): Promise<ReadyBatch> {
  const { job } = landing
  if (sealer) return await readyFromThread(landing, wanted, sealer)
  const preparing: Preparing = { secrets: job.secrets, today: job.clock.today(), source: sourceName(landing) }
  const checked = await checkRows(landing, wanted)
  return { rows: checked.map((row) => readyRow(preparing, row)) }
}

/** The thread has read and sealed the rows; one of them that fills a file is read here once more. */
async function readyFromThread(landing: Landing, { batch, after }: Wanted, sealer: Sealer): Promise<ReadyBatch> {
  const today = landing.job.clock.today()
  const sealed = await sealer.seal({ batch, after, today })
  const [rowOf, first] = [rowReader(batch), batch.rowNumbers.length - sealed.rows.length]
  const rows = sealed.rows.map(({ rowNumber, mended = NOTHING, wrong = NOTHING, refused, file, places = NOTHING }, at): ReadyRow => {
    const index = file || refused ? sealed.indexes.subarray(at * INDEX_BYTES, (at + 1) * INDEX_BYTES) : undefined
    const fresh = (): Fresh => (file ? { file } : { wrong: refused ?? NOTHING })
    const checked = () => checkAgain(landing, { typed: readRow(rowOf(first + at), landing.columns), places, today })
    return { rowNumber, mended, wrong, index, fresh, checked }
  })
  return { rows, columns: sealed.columns, spent: () => sealer.takeBack(sealed) }
}

/** What the words for places mean has been found out, so that nobody has to know all places twice. */
function checkAgain(
  { row, gazetteer }: Landing,
  { typed, places, today }: { typed: TypedRow; places: readonly (string | undefined)[]; today: PlainDate },
): CheckedRow {
  const meant = new Map(PLACE_KEYS.map((key, at) => [typed.text[key], places[at]]))
  const find = (text: string) => {
    const code = meant.get(text)
    return code === undefined ? { issue: 'unknown-place' } : { code: code as RegionCode }
  }
  return checkRow(typed, { places: { range: gazetteer.divisions.range, find }, unitCode: row.unit_code, today })
}

const aboutOf = ({ gazetteer, row }: Landing, today: PlainDate) => ({ places: gazetteer.places(), unitCode: row.unit_code, today })

async function checkRows(landing: Landing, { batch, after }: Wanted): Promise<CheckedRow[]> {
  const { job, gazetteer, columns } = landing
  const rowOf = rowReader(batch)
  const typed = Array.from(batch.rowNumbers.entries(), ([at, rowNumber]) => (rowNumber > after ? [readRow(rowOf(at), columns)] : [])).flat()
  const unknown = gazetteer.places().unknown(typed.flatMap(placeCodesOf))
  if (unknown.length > 0) await gazetteer.learn(unknown)
  const about = aboutOf(landing, job.clock.today())
  const checked: CheckedRow[] = []
  for (const [at, one] of typed.entries()) {
    if (at % BREATH === BREATH - 1) await breathe()
    checked.push(checkRow(one, about))
  }
  return checked
}
