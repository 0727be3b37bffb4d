import { uuidv7 } from 'uuidv7'
import type { Fact } from '../../../../platform/actions/context.ts'
import { writeFacts } from '../../../../platform/actions/write-facts.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type ImportRow, lockImport, recordBatch } from './import-rows.ts'
import { type LandingContext, landRows, type RowOutcome } from './land-rows.ts'
import { sealOutcomes } from './outcomes.ts'
import type { ReadyBatch } from './ready-row.ts'

export interface Landing {
  readonly job: JobContext
  readonly row: ImportRow
  readonly gazetteer: Gazetteer
  readonly columns: ReadonlyMap<string, number>
}

/** Longer than any batch should take, shorter than the patience of whoever waits for a row of it. */
const STATEMENT_TIMEOUT = '60s'

/** What the versions say of where an imported file comes from. */
export const sourceName = ({ row: { file_name, sheet, other_sheets } }: Landing): string =>
  ['导入', file_name, ...(other_sheets.length > 0 ? [sheet] : [])].join(' ')

/**
 * Lands one batch of rows: their files, facts and outcomes, the leaf, and the place where the reading goes on, in one
 * transaction. Undefined where there is nothing more to do: the import was cancelled, or somebody else is doing it.
 */
export async function landBatch(landing: Landing, batch: ReadyBatch): Promise<readonly RowOutcome[] | undefined> {
  return await landing.job.step('write', async (tx) => {
    await tx.query(`set local statement_timeout = '${STATEMENT_TIMEOUT}'`)
    const row = await lockImport(tx, { id: landing.row.id, unitCode: landing.row.unit_code })
    const rows = batch.rows.filter(({ rowNumber }) => rowNumber > row.last_row)
    if (row.status !== 'running') return undefined
    if (rows.length === 0) return []
    const facts: Fact[] = []
    const outcomes = await landRows(landingContext(landing, tx, facts), rows, batch.columns)
    await writeFacts(tx, { facts, unitCode: row.unit_code })
    await settle(landing, tx, { row, outcomes })
    return outcomes
  })
}

function landingContext(landing: Landing, tx: Tx, facts: Fact[]): LandingContext {
  const { job } = landing
  return {
    tx,
    secrets: job.secrets,
    now: job.clock.now(),
    today: job.clock.today(),
    actor: { accountId: job.scope.accountId },
    range: job.scope,
    source: sourceName(landing),
    fact: (fact) => {
      facts.push(fact)
    },
    subject: () => undefined,
  }
}

/** The leaf comes last: the bureau's chain is held from there to the commit. */
async function settle({ job }: Landing, tx: Tx, done: { row: ImportRow; outcomes: readonly RowOutcome[] }): Promise<void> {
  const { row, outcomes } = done
  const batch = row.batches + 1
  const numbers = { batch, firstRow: outcomes[0]?.rowNumber ?? 0, lastRow: outcomes.at(-1)?.rowNumber ?? 0 }
  await recordBatch(tx, row, { ...numbers, outcomes, sealed: sealOutcomes(job.secrets, { importId: row.id, batch }, outcomes) })
  const opened = outcomes.filter(({ result }) => result === 'new').length
  const filled = outcomes.filter(({ result }) => result === 'filled').length
  await appendLeaf(tx, {
    id: uuidv7(),
    name: 'import.land',
    unitCode: row.unit_code,
    accountId: job.scope.accountId,
    at: job.clock.now(),
    detail: { import: row.id, ...numbers, opened, filled },
  })
}
