import { setImmediate as breathe } from 'node:timers/promises'
import type { SheetRow } from '../../../../platform/workbook/index.ts'
import { checkRow, placeCodesOf } from './check-row.ts'
import { type Landing, landBatch, sourceName } from './land-batch.ts'
import type { RowOutcome } from './land-rows.ts'
import { readRow } from './read-row.ts'
import { type ReadyRow, readyRow } from './ready-row.ts'

/** Batches on their way into the database, in order: the next one is made ready while the last one is written. */
export interface LandingLane {
  /** Makes a batch ready, waits for the one before it and sends it off. False: there is nothing more to do. */
  land(rows: readonly SheetRow[]): Promise<boolean>
  /** Waits for the last one. Throws what went wrong with it. */
  end(): Promise<void>
}

/** Checking and sealing is work for the processor: every so many rows the server gets to answer others. */
const BREATH = 20

/** Statistics are taken after so many new files, and again whenever they have grown so many times. */
const [FIRST_COUNT, GROWTH] = [1_000, 4]

export function openLane(landing: Landing): LandingLane {
  const planner = { files: 0, next: FIRST_COUNT }
  // Of a workbook that was imported before, nearly no row opens a file: then sealing ahead would be for nothing.
  const state = { isWanted: true, opensFiles: true, last: Promise.resolve<readonly RowOutcome[] | undefined>([]) }
  const settle = async (): Promise<void> => {
    const outcomes = await state.last
    state.isWanted = outcomes !== undefined
    if (!outcomes || outcomes.length === 0) return
    const opened = outcomes.filter(({ result }) => result === 'new').length
    state.opensFiles = opened * 2 > outcomes.length
    planner.files += opened
    if (planner.files < planner.next) return
    planner.next = planner.files * GROWTH
    await landing.job.step('write', (tx) => tx.query('select registry.count_for_planner()'))
  }
  return {
    async land(rows) {
      const ready = await makeReady(landing, rows, state.opensFiles)
      await settle()
      landing.job.signal.throwIfAborted()
      if (!state.isWanted) return false
      state.last = landBatch(landing, ready)
      // Looked at when the next batch is ready; until then a failure is nobody's unhandled one.
      state.last.catch(() => undefined)
      return true
    },
    end: settle,
  }
}

/** Reads, checks and, where files are to be opened, seals the rows: all that needs no transaction. */
async function makeReady(landing: Landing, rows: readonly SheetRow[], opensFiles: boolean): Promise<ReadyRow[]> {
  const { job, row, places, columns } = landing
  const typed = rows.map((one) => readRow(one, columns))
  const codes = typed.flatMap(placeCodesOf)
  if (places.lacks(codes)) await job.step('read', (tx) => places.learn(tx, codes))
  const today = job.clock.today()
  const about = { places, unitCode: row.unit_code, today }
  const preparing = { secrets: job.secrets, today, source: sourceName(landing) }
  const ready: ReadyRow[] = []
  for (const [at, one] of typed.entries()) {
    if (at % BREATH === BREATH - 1) await breathe()
    const checked = readyRow(preparing, checkRow(one, about))
    if (opensFiles && checked.issues.length === 0) checked.fresh()
    ready.push(checked)
  }
  return ready
}
