import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange, RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { Notice } from '../../contract.ts'
import type { KnownTable } from '../../domain/rates/rate-table.ts'
import { known, tableOf } from './notice-table.ts'
import { SHIPPED_NOTICES, SHIPPED_TABLES } from './shipped-tables.ts'

/** A notice that an office entered. */
export interface EnteredNotice {
  readonly id: string
  readonly unitCode: UnitCode
  readonly notice: Notice
  readonly enteredBy: string
  /** The day it was taken into force; null while it waits. */
  readonly knownOn: PlainDate | null
  readonly isWithdrawn: boolean
}

interface NoticeRow {
  id: string
  unit_code: UnitCode
  notice: unknown
  entered_by: string
  approved_on: PlainDate | null
  withdrawn_by: string | null
}

const noticeOf = (row: NoticeRow): EnteredNotice => ({
  id: row.id,
  unitCode: row.unit_code,
  notice: Notice.parse(row.notice),
  enteredBy: row.entered_by,
  knownOn: row.approved_on,
  isWithdrawn: row.withdrawn_by !== null,
})

const COLUMNS = 'id, unit_code, notice, entered_by, approved_on, withdrawn_by'

/** Where a notice was entered, in the transaction's range. */
export async function findNotice(tx: Tx, id: string): Promise<EnteredNotice | undefined> {
  const { rows } = await tx.query<NoticeRow>(`select ${COLUMNS} from benefits.rate_tables where id = $1`, [id])
  return rows[0] && noticeOf(rows[0])
}

/** Notices of a range that were not withdrawn, the latest first. */
export async function findNotices(tx: Tx, { lo, hi }: CodeRange): Promise<EnteredNotice[]> {
  const { rows } = await tx.query<NoticeRow>(
    `select ${COLUMNS} from benefits.rate_tables where unit_code >= $1 and unit_code < $2 and withdrawn_at is null
      order by effective_from desc, entered_at desc limit 200`,
    [lo, hi],
  )
  return rows.map(noticeOf)
}

/** Notices in force of the places above: a county pays by its city's and its province's as well. */
export async function findNoticesAbove(
  tx: Tx,
  place: RegionCode,
): Promise<(Pick<EnteredNotice, 'id' | 'unitCode' | 'notice'> & { knownOn: PlainDate })[]> {
  const { rows } = await tx.query<{ id: string; unit_code: UnitCode; notice: unknown; approved_on: PlainDate }>(
    'select id, unit_code, notice, approved_on from benefits.rates_above($1)',
    [place],
  )
  return rows.map((row) => ({ id: row.id, unitCode: row.unit_code, notice: Notice.parse(row.notice), knownOn: row.approved_on }))
}

/** Everything in force that counts at a place or below it: shipped floors, and notices above, at and under it; and their titles by version. */
export async function titlesAt(tx: Tx, place: RegionCode): Promise<{ tables: KnownTable[]; titles: Map<string, string> }> {
  const [within, above] = await Promise.all([findNotices(tx, rangeOf(place)), findNoticesAbove(tx, place)])
  const entered = [...within, ...above].flatMap((one) => (one.knownOn === null ? [] : [{ ...one, knownOn: one.knownOn }]))
  const tables = entered.map(({ notice, unitCode, knownOn }) => known(tableOf(notice, unitCode.slice(0, 12) as RegionCode), knownOn))
  const notices = [...SHIPPED_NOTICES, ...entered.map(({ notice }) => notice)]
  return { tables: [...SHIPPED_TABLES, ...tables], titles: new Map(notices.map(({ version, title }) => [version, title])) }
}

/** The same without the titles. */
export const tablesAt = async (tx: Tx, place: RegionCode): Promise<KnownTable[]> => (await titlesAt(tx, place)).tables
