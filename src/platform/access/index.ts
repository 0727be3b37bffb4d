import type { Action } from '../actions/declare.ts'
import { type AccountActionsOptions, keepingActions } from './account-actions.ts'
import { roleActions } from './role-actions.ts'
import { MLPS_PASSWORDS } from './settings.ts'

export { accountViews } from './account-views.ts'
export { installAccount, type NewAccount } from './accounts.ts'
export { refuseCrossSite } from './cross-site.ts'
export { findRequestActor } from './request-actor.ts'
export { findDemoCode } from './second-factor.ts'
export type { DemoAccount } from './session-contract.ts'
export { sessionRoutes } from './session-routes.ts'
export { findActor, findSession, sweepAccess } from './sessions.ts'
export { ACCESS_DEFAULTS, type AccessSettings, ASVS_PASSWORDS, MLPS_PASSWORDS } from './settings.ts'

/** Opening, changing and ending accounts and their roles. The module that keeps the units says which there are. */
export const accountActionsFor = (options: AccountActionsOptions): readonly Action[] => [...keepingActions(options), ...roleActions]

/** The same where every code may be a unit: only until the units are asked. */
export const accountActions: readonly Action[] = accountActionsFor({ passwords: MLPS_PASSWORDS, isUnit: async () => true })
