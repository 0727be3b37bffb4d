import type { PlainDate } from '../../../kernel/plain-date.ts'

/** Whether a facility waits for this month's patrol: every one is seen once a month (定期排查机制, mission document 002). */
export const isDueThisMonth = (lastOn: PlainDate | null, today: PlainDate): boolean =>
  lastOn === null || lastOn.slice(0, 7) < today.slice(0, 7)

/** A defect older than this many days is told apart (contexts B10: open defects > 30 days). */
export const LONG_OPEN_DAYS = 30
