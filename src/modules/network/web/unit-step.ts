import type { StaffPost } from '../contract.ts'

/** What is being done to a unit in the drawer. */
export type UnitStep = { kind: 'change' } | { kind: 'move' } | { kind: 'appoint' } | { kind: 'end'; post: StaffPost }
