import { bureauOf, type RegionCode, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Notice, TableFault } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { findTableFaults } from '../../domain/rates/check-table.ts'
import { faultText, tableOf } from './notice-table.ts'
import { tablesAt } from './rate-rows.ts'
import { SHIPPED_NOTICES } from './shipped-tables.ts'

type Refusal =
  | { code: 'not-an-office' }
  | { code: 'floor-of-province' }
  | { code: 'version-taken'; version: string }
  | { code: 'table-broken'; faults: TableFault[] }

/** Whose notices there are: a county, a city or a province pays by its own. */
export const isOffice = (place: UnitCode | RegionCode): boolean =>
  place.length === 12 && ['county', 'city', 'province', 'nation'].includes(tierOf(place))

/** Who may take over a floor of the nation before a new release ships it. */
export const mayEnterFloor = (place: UnitCode | RegionCode): boolean => ['province', 'nation'].includes(tierOf(place))

/** Keeps a notice that breaks no rule; it waits for somebody else. */
export async function keepNotice(context: ActionContext, unitCode: UnitCode, notice: Notice): Promise<Result<{ id: string }, Refusal>> {
  const { tx, actor, now, today, actionId, note } = context
  if (!isOffice(unitCode)) return refuse({ code: 'not-an-office' })
  if (notice.layer === 'national' && !mayEnterFloor(unitCode)) return refuse({ code: 'floor-of-province' })
  const taken = { code: 'version-taken', version: notice.version } as const
  if (SHIPPED_NOTICES.some(({ version }) => version === notice.version)) return refuse(taken)
  const place = unitCode as string as RegionCode
  const faults = findTableFaults(tableOf(notice, place), await tablesAt(tx, place))
  if (faults.length > 0) return refuse({ code: 'table-broken', faults: faults.map(faultText) })
  const { rowCount } = await tx.query(
    `insert into benefits.rate_tables (bureau_code, id, unit_code, version, layer, effective_from, effective_to, notice, entered_on, entered_at, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (bureau_code, unit_code, version) where withdrawn_at is null do nothing`,
    [
      bureauOf(unitCode),
      actionId,
      unitCode,
      notice.version,
      notice.layer,
      notice.effectiveFrom,
      notice.effectiveTo,
      JSON.stringify(notice),
      today,
      now,
      actor.accountId,
    ],
  )
  if (rowCount !== 1) return refuse(taken)
  note({ rates: actionId, version: notice.version, rows: notice.rows.length })
  return ok({ id: actionId })
}

export const KEEP_REFUSALS = { 'not-an-office': 422, 'floor-of-province': 422, 'version-taken': 409, 'table-broken': 422 } as const

export const enterRates = action(contract.enterRates, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: KEEP_REFUSALS,
  run: async (context, { unitCode, notice }) => await keepNotice(context, unitCode, notice),
})
