import type { Action, View } from '../../platform/actions/declare.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { approveEntitlements } from './server/kept/approve-entitlements.ts'
import { listConfirming } from './server/kept/list-confirming.ts'
import { recordEvent } from './server/kept/record-event.ts'
import { listWaiting, seeKept } from './server/kept/see-kept.ts'
import { takeIn } from './server/kept/take-in.ts'
import { monthJob } from './server/months/month-job.ts'
import { listMonthLines, listMonths, seeMonth } from './server/months/see-months.ts'
import { seePayment } from './server/months/see-payment.ts'
import { sendMonth } from './server/months/send-month.ts'
import { approveMonth, cancelMonth, returnMonth, reviewMonth } from './server/months/settle-month.ts'
import { startMonth } from './server/months/start-month.ts'
import { writeMonthNotice } from './server/months/write-notice.ts'
import { fillPayees, listCards } from './server/payees/fill-payees.ts'
import { listPayees } from './server/payees/list-payees.ts'
import { setPayee } from './server/payees/set-payee.ts'
import { confirmFilled, confirmPayee, declinePayee, withdrawPayee } from './server/payees/settle-payee.ts'
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
export { sealedTables } from './server/sealed-tables.ts'

export const actions: readonly Action[] = [
  enterRates,
  bringRates,
  approveRates,
  withdrawRates,
  takeIn,
  approveEntitlements,
  recordEvent,
  setPayee,
  confirmPayee,
  declinePayee,
  withdrawPayee,
  fillPayees,
  confirmFilled,
  startMonth,
  reviewMonth,
  approveMonth,
  returnMonth,
  cancelMonth,
  sendMonth,
  writeMonthNotice,
]

export const views: readonly View[] = [
  listRates,
  listTouched,
  seePersonBenefits,
  seeKept,
  listWaiting,
  listPayees,
  listCards,
  listConfirming,
  listMonths,
  seeMonth,
  listMonthLines,
  seePayment,
]

export const jobs: readonly Job[] = [monthJob]
