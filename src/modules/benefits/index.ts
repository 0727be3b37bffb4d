import type { Action, View } from '../../platform/actions/declare.ts'
import { seePersonBenefits } from './server/person/see-person-benefits.ts'
import { bringRates } from './server/rates/bring-rates.ts'
import { enterRates } from './server/rates/enter-rates.ts'
import { listRates } from './server/rates/list-rates.ts'
import { listTouched } from './server/rates/list-touched.ts'
import { approveRates, withdrawRates } from './server/rates/settle-rates.ts'

/** The door of benefits for the program, and for who measures it. */
export { compileRates } from './domain/columns/compile-rates.ts'
export { backPayColumns, type HoldingColumns, NEVER, runColumns } from './domain/columns/run-columns.ts'
export { monthIndex } from './domain/entitlement/month.ts'
export { DISABILITY_KEYS, type KnownTable } from './domain/rates/rate-table.ts'

export const actions: readonly Action[] = [enterRates, bringRates, approveRates, withdrawRates]

export const views: readonly View[] = [listRates, listTouched, seePersonBenefits]
