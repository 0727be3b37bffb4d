import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { Scheme } from '../../contract.ts'
import { schemeFor } from '../../domain/score/scheme.ts'
import { SHIPPED_SCHEMES } from './shipped-schemes.ts'

export interface EnteredScheme {
  readonly id: string
  readonly unitCode: UnitCode
  readonly scheme: Scheme
  readonly enteredOn: PlainDate
  readonly enteredBy: string
  readonly isApproved: boolean
}

interface SchemeRow {
  id: string
  unit_code: UnitCode
  scheme: unknown
  entered_on: PlainDate
  entered_by: string
  approved_by: string | null
}

const enteredOf = (row: SchemeRow): EnteredScheme => ({
  id: row.id,
  unitCode: row.unit_code,
  scheme: Scheme.parse(row.scheme),
  enteredOn: row.entered_on,
  enteredBy: row.entered_by,
  isApproved: row.approved_by !== null,
})

const COLUMNS = 'id, unit_code, scheme, entered_on, entered_by, approved_by'

export async function findEnteredSchemes(tx: Tx, range: { lo: string; hi: string }): Promise<EnteredScheme[]> {
  const { rows } = await tx.query<SchemeRow>(
    `select ${COLUMNS} from placement.schemes where unit_code >= $1 and unit_code < $2 order by leaving_from desc, entered_at desc limit 200`,
    [range.lo, range.hi],
  )
  return rows.map(enteredOf)
}

export async function findEnteredScheme(tx: Tx, id: string): Promise<EnteredScheme | undefined> {
  const { rows } = await tx.query<SchemeRow>(`select ${COLUMNS} from placement.schemes where id = $1`, [id])
  return rows[0] && enteredOf(rows[0])
}

/** What counts for a county: versions that were shipped, and those of its own that have been approved. */
export async function schemesOf(tx: Tx, unitCode: UnitCode): Promise<Scheme[]> {
  const { rows } = await tx.query<SchemeRow>(
    `select ${COLUMNS} from placement.schemes where bureau_code = $1 and approved_by is not null`,
    [bureauOf(unitCode)],
  )
  return [...rows.map((row) => enteredOf(row).scheme), ...SHIPPED_SCHEMES]
}

/** The version for somebody of a county who leaves on a day. */
export const findSchemeFor = async (tx: Tx, unitCode: UnitCode, leavingOn: PlainDate): Promise<Scheme | undefined> =>
  schemeFor(await schemesOf(tx, unitCode), leavingOn)
