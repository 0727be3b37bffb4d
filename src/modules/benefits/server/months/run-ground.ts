import { bureauOf, type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type ClosedFile, listClosedFiles, listReturnedFiles, type ReturnedFile } from '../../../registry/index.ts'
import { benefitClass } from '../../domain/entitlement/classes.ts'
import type { Course } from '../../domain/entitlement/course.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import type { KnownTable } from '../../domain/rates/rate-table.ts'
import { type PlainDue, plainDues } from '../../domain/run/plain-dues.ts'
import type { RunRate } from '../../domain/run/run-line.ts'
import { tablesAt } from '../rates/rate-rows.ts'
import { listOnceDead } from './once-dead.ts'
import { byPerson } from './read-people.ts'
import { findLastApproved, type RunRow, ratesOfRun } from './run-rows.ts'
import { openBook, type RateBook } from './write-lines.ts'

/** What a run stands on, read once. */
export interface RunGround {
  readonly tx: Tx
  readonly run: RunRow
  readonly bureau: string
  readonly month: number
  readonly since: number
  readonly tables: readonly KnownTable[]
  readonly plain: (course: Course) => PlainDue
  readonly closed: ReadonlyMap<string, ClosedFile>
  /** Files that went to another bureau and came back. */
  readonly absences: ReadonlyMap<string, readonly ReturnedFile[]>
  readonly last: RunRow | undefined
  /** What was written since then may not have been seen by the last run. */
  readonly learntSince: string
  readonly lastRates: readonly RunRate[]
  /** Rated classes of which a table became known since the last run that holds for months before this one. */
  readonly late: ReadonlySet<string>
  /** People whom the last run could not compute, and whom one before it took for dead. */
  readonly inDoubt: ReadonlySet<string>
  readonly book: RateBook
}

/** Classes whose rate a late notice changes; the wage is of the nursing fee of the disabled. */
function lateClasses(tables: readonly KnownTable[], run: RunRow, last: RunRow | undefined): Set<string> {
  if (!last) return new Set()
  // A day has no hours here: what was known on the very day of the last run is looked at again, and changes nothing if it was.
  const late = tables.filter(({ knownOn, effectiveFrom }) => knownOn >= last.knownOn && effectiveFrom < run.month)
  return new Set(late.flatMap(({ rows }) => rows.map(({ classCode }) => (classCode === 'WAGE' ? 'DIS' : classCode))))
}

/** An hour earlier: an action that began before the last run may have ended after it had looked. */
const before = (instant: string): string => new Date(Date.parse(instant) - 3_600_000).toISOString()

/** Reads once what everybody of a run is computed by. */
export async function groundOf(tx: Tx, run: RunRow): Promise<RunGround> {
  const bureau = bureauOf(run.unitCode)
  const place = run.unitCode.slice(0, 12) as RegionCode
  const range = rangeOf(place)
  const [all, closed, returned, last] = await Promise.all([
    tablesAt(tx, place),
    listClosedFiles(tx, range),
    listReturnedFiles(tx, range),
    findLastApproved(tx, bureau),
  ])
  const tables = all.filter(({ knownOn }) => knownOn <= run.knownOn)
  const month = monthIndex(run.month)
  const closedBy = new Map(closed.map((one) => [one.personId, one]))
  const onceDead = last ? (await listOnceDead(tx, bureau)).filter((id) => !closedBy.has(id)) : []
  const failed = last
    ? await tx.query<{ person_id: string }>('select person_id from benefits.run_failures where bureau_code = $1 and run_id = $2', [
        bureau,
        last.id,
      ])
    : { rows: [] }
  return {
    tx,
    run,
    bureau,
    month,
    since: monthIndex(run.since),
    tables,
    plain: plainDues(tables, { month, knownOn: run.knownOn }),
    closed: closedBy,
    absences: byPerson(returned),
    last,
    learntSince: last ? before(last.startedAt) : 'infinity',
    lastRates: last ? await ratesOfRun(tx, bureau, last.id) : [],
    late: lateClasses(tables, run, last),
    inDoubt: new Set([...failed.rows.map(({ person_id: id }) => id), ...onceDead]),
    book: openBook(),
  }
}

/** Whether earlier months of somebody have to be looked at again. */
export const isLate = ({ late }: Pick<RunGround, 'late'>, classCode: string): boolean => late.has(benefitClass(classCode)?.rate ?? '')
