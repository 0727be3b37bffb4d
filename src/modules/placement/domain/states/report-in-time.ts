import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'

/** Days after leaving within which one reports; later, without cause, the claim to assigned work is waived (安置条例 34). */
const REPORT_WITHIN_DAYS = 30

/** The last day on which somebody who left on a day reports in time. */
export const reportBy = (leavingOn: PlainDate): PlainDate => addDays(leavingOn, REPORT_WITHIN_DAYS)
