import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Closing, Value } from '../../contract.ts'
import type { ClosingState } from '../../domain/closing.ts'

/** A version as it is kept. */
export interface KeptClosing {
  readonly version: number
  readonly state: ClosingState
  readonly figures: Readonly<Record<string, Value>>
  readonly why: string | null
  readonly missing: readonly RegionCode[]
  readonly missing_why: string | null
  readonly confirmed_at: string
  readonly confirmed_by: string
  readonly settled_at: string | null
  readonly returned_why: string | null
}

interface Columns extends KeptClosing {
  readonly unit_code: RegionCode
}

/** Every version of a month at each of the places, the oldest first. */
export async function findClosings(tx: Tx, places: readonly string[], monthOn: PlainDate): Promise<Map<string, KeptClosing[]>> {
  const { rows } = await tx.query<Columns>(
    `select unit_code, version, state, figures, why, missing, missing_why, returned_why, confirmed_by,
            to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as confirmed_at,
            to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as settled_at
       from indicators.closings where month_on = $2 and unit_code = any($1) order by unit_code, version`,
    [places, monthOn],
  )
  const found = new Map<string, KeptClosing[]>()
  for (const { unit_code, ...kept } of rows) found.set(unit_code, [...(found.get(unit_code) ?? []), kept])
  return found
}

/** Confirmations and settlements of one place and month come one after the other. */
export const holdMonth = (tx: Tx, place: string, month: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`indicators.closings ${place} ${month}`])

/** As a page shows it. */
export const shownClosing = (kept: KeptClosing, nameOf: (code: RegionCode) => string): Closing => ({
  version: kept.version,
  state: kept.state,
  confirmedAt: kept.confirmed_at,
  why: kept.why,
  returnedWhy: kept.returned_why,
  missing: kept.missing.map((code) => ({ code, name: nameOf(code) })),
  missingWhy: kept.missing_why,
})
