import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Notice, TableFault } from '../../contract.ts'
import type { RateTable } from '../../domain/rates/rate-table.ts'
import type * as domain from '../../domain/rates/table-fault.ts'

/** A notice as the rules look at it: amounts that are numbers, at a place. */
export function tableOf(notice: Notice, place: RegionCode): RateTable {
  const { version, layer, effectiveFrom, effectiveTo, rows } = notice
  return { version, layer, place, effectiveFrom, effectiveTo, rows: rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) })) }
}

export const known = (table: RateTable, knownOn: PlainDate) => ({ ...table, knownOn })

/** A fault as it crosses the wire. */
export const faultText = (fault: domain.TableFault): TableFault =>
  fault.code === 'below-floor' ? { ...fault, amountFen: String(fault.amountFen), floorFen: String(fault.floorFen) } : fault
