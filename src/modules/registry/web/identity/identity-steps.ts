import type { IdentityStatus } from '../../contract.ts'
import { mayMove } from '../../domain/check-identity.ts'

const AHEAD = ['evidenceChecked', 'confirmed', 'suspended', 'claimed'] as const satisfies readonly IdentityStatus[]

/** Where an identity may go by the same rule as on the server; the step ahead stands first. */
export const stepsFrom = (status: IdentityStatus): (typeof AHEAD)[number][] => AHEAD.filter((to) => mayMove(status, to))
