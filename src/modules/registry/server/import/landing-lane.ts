import type { RowBatch } from '../../../../platform/workbook/index.ts'
import { type Landing, landBatch } from './land-batch.ts'
import type { RowOutcome } from './land-rows.ts'
import { makeReady } from './make-ready.ts'
import type { ReadyBatch } from './ready-row.ts'
import { openSealer, type Sealer } from './sealer.ts'

/** Batches on their way into the database, in order: while one is written the next is sealed and the one after it checked. */
export interface LandingLane {
  /** Takes a batch in, and sends off the one before it. False: there is nothing more to do. */
  land(batch: RowBatch): Promise<boolean>
  /** Sends off what is left and waits for it. Throws what went wrong. */
  end(): Promise<void>
}

/** A thread is worth its start from so many rows on. */
const WORTH_A_THREAD = 1_000

/** Statistics are taken after so many new files, and again whenever they have grown so many times. */
const [FIRST_COUNT, GROWTH] = [1_000, 4]

interface Lane {
  readonly landing: Landing
  /** Rows up to this one were settled before. */
  readonly settled: number
  readonly planner: { files: number; next: number }
  isWanted: boolean
  /** Of a workbook that was imported before, nearly no row opens a file: then sealing ahead would be for nothing. */
  opensFiles: boolean
  sealer: Sealer | undefined
  ready: Promise<ReadyBatch> | undefined
  last: Promise<readonly RowOutcome[] | undefined>
}

/** @param settled the last row that is not to be looked at: the header's, or the last one of an earlier run */
export function openLane(landing: Landing, settled: number): LandingLane {
  const planner = { files: 0, next: FIRST_COUNT }
  const lane: Lane = {
    landing,
    settled,
    planner,
    isWanted: true,
    opensFiles: true,
    sealer: undefined,
    ready: undefined,
    last: Promise.resolve([]),
  }
  return {
    async land(batch) {
      const rows = batch.rowNumbers.filter((rowNumber) => rowNumber > settled).length
      if (rows === 0) return lane.isWanted
      if (lane.opensFiles && rows >= WORTH_A_THREAD) lane.sealer ??= openSealer(landing)
      const next = makeReady(landing, { batch, after: settled }, lane.opensFiles ? lane.sealer : undefined)
      // Looked at when its turn comes; until then a failure is nobody's unhandled one.
      next.catch(() => undefined)
      await handOn(lane)
      lane.ready = next
      return lane.isWanted
    },
    async end() {
      try {
        await handOn(lane)
        await settle(lane)
      } finally {
        await lane.sealer?.end()
      }
    },
  }
}

/** Sends the batch that was made ready into the database, after the one before it. */
async function handOn(lane: Lane): Promise<void> {
  const ready = await lane.ready
  lane.ready = undefined
  await settle(lane)
  if (!ready || !lane.isWanted) return
  lane.landing.job.signal.throwIfAborted()
  lane.last = landBatch(lane.landing, ready).finally(() => ready.spent?.())
  lane.last.catch(() => undefined)
}

async function settle(lane: Lane): Promise<void> {
  const outcomes = await lane.last
  lane.last = Promise.resolve(outcomes && [])
  lane.isWanted = outcomes !== undefined
  if (!outcomes || outcomes.length === 0) return
  const opened = outcomes.filter(({ result }) => result === 'new').length
  lane.opensFiles = opened * 2 > outcomes.length
  const { planner } = lane
  planner.files += opened
  if (planner.files < planner.next) return
  planner.next = planner.files * GROWTH
  await lane.landing.job.step('write', (tx) => tx.query('select registry.count_for_planner()'))
}
