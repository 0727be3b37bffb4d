import type { SuspensionReason } from './course.ts'

/**
 * What the texts at hand do not say, or say differently: settings of a place, not truths [unverified].
 *
 * A suspension begins with the month after its day and ends with the month of its last day. Months that were not paid for
 * want of the yearly confirmation are paid once it is given; those of prison are not. One source has it that who is late by
 * their own fault is not paid the months between: such a place leaves `arrears` empty.
 */
export interface BenefitSettings {
  readonly arrears: readonly SuspensionReason[]
}

export const DEFAULT_SETTINGS: BenefitSettings = { arrears: ['unconfirmed'] }
