import type { LetterLine } from '../../contract.ts'

export const LETTER_FILTERS = ['all', 'toStart', 'overdue', 'toFollow'] as const
export type LetterFilter = (typeof LETTER_FILTERS)[number]

/** Whether a letter is among those looked at, on a day. */
export function isShown({ state, daysOverdue, followUpFrom }: LetterLine, filter: LetterFilter, today: string): boolean {
  switch (filter) {
    case 'toStart':
      return state === 'letterIssued'
    case 'overdue':
      return daysOverdue > 0
    case 'toFollow':
      return state === 'onDuty' && followUpFrom !== null && followUpFrom <= today
    default:
      return true
  }
}
