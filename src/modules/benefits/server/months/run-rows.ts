import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { RunRate } from '../../domain/run/run-line.ts'

/** A month of an office. */
export interface RunRow {
  readonly id: string
  readonly unitCode: UnitCode
  /** Its first day, as is that of `since`. */
  readonly month: PlainDate
  readonly since: PlainDate
  readonly state: 'queued' | 'computed' | 'reviewed' | 'approved' | 'returned' | 'cancelled'
  readonly knownOn: PlainDate
  readonly startedAt: string
  readonly startedBy: string
  readonly people: number
  readonly lines: number | null
  readonly failed: number | null
  readonly totalFen: bigint | null
  readonly recoverFen: bigint | null
  readonly factsHash: string | null
  readonly versions: readonly string[] | null
  readonly reviewedBy: string | null
  readonly settledBy: string | null
  readonly settledWhy: string | null
  /** When it went to the cashier. */
  readonly sentAt: string | null
  /** The ledger's batch that pays it; null too where nobody is due anything. */
  readonly batchId: string | null
}

const COLUMNS = `id, unit_code as "unitCode", month, since, state, known_on as "knownOn", started_at as "startedAt", started_by as "startedBy",
  people, lines, failed, total_fen as "totalFen", recover_fen as "recoverFen", facts_hash as "factsHash", versions,
  reviewed_by as "reviewedBy", settled_by as "settledBy", settled_why as "settledWhy", sent_at as "sentAt", batch_id as "batchId"`

export async function findRun(tx: Tx, id: string): Promise<RunRow | undefined> {
  const { rows } = await tx.query<RunRow>(`select ${COLUMNS} from benefits.runs where id = $1`, [id])
  return rows[0]
}

/** Where a month of pay is: what `where` of an action or view asks. */
export const whereRun = async ({ runId }: { runId: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> =>
  (await findRun(tx, runId))?.unitCode

/** Months of a bureau, the latest first. */
export async function listRuns(tx: Tx, bureau: string, limit = 60): Promise<RunRow[]> {
  const { rows } = await tx.query<RunRow>(
    `select ${COLUMNS} from benefits.runs where bureau_code = $1 order by month desc, started_at desc limit $2`,
    [bureau, limit],
  )
  return rows
}

/** The last month that was approved; undefined before the first. */
export async function findLastApproved(tx: Tx, bureau: string): Promise<RunRow | undefined> {
  const { rows } = await tx.query<RunRow>(
    `select ${COLUMNS} from benefits.runs where bureau_code = $1 and state = 'approved' order by month desc limit 1`,
    [bureau],
  )
  return rows[0]
}

/** The rates of a run, by their numbers. */
export async function ratesOfRun(tx: Tx, bureau: string, id: string): Promise<readonly RunRate[]> {
  const { rows } = await tx.query<{ rates: RunRate[] | null }>('select rates from benefits.runs where bureau_code = $1 and id = $2', [
    bureau,
    id,
  ])
  return rows[0]?.rates ?? []
}

/** Lines that have something in common. */
export interface Sum {
  readonly name: string
  readonly lines: number
  readonly people: number
  readonly amountFen: bigint
}

/** Lines of a run by one of their columns. */
export async function sumsBy(tx: Tx, column: 'why' | 'class_code', run: RunRow): Promise<Sum[]> {
  const { rows } = await tx.query<Sum>(
    `select ${column} as name, count(*)::int as lines, count(distinct person_id)::int as people, sum(amount_fen)::bigint as "amountFen"
       from benefits.lines where bureau_code = $1 and run_id = $2 group by 1 order by 1`,
    [bureauOf(run.unitCode), run.id],
  )
  return rows
}
