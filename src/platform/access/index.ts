import type { Action } from '../actions/declare.ts'
import { type AccountActionsOptions, keepingActions } from './account-actions.ts'
import { roleActions } from './role-actions.ts'

export { countAccountsAt } from './account-queries.ts'
export { accountViews } from './account-views.ts'
export { installAccount } from './accounts.ts'
export { refuseCrossSite } from './cross-site.ts'
export { ADMINISTRATOR_KINDS, type AdministratorKind, installAdministrator, type NewAdministrator } from './install-administrator.ts'
export { openProvider, type Provider } from './oidc/provider.ts'
export { forgetSignOns } from './oidc/sign-ons.ts'
export { findRequestActor } from './request-actor.ts'
export { PERSONAL_GRANTS } from './roles.ts'
export type { DemoAccount } from './session-contract.ts'
export { sessionRoutes } from './session-routes.ts'
export { ACCESS_DEFAULTS, MLPS_PASSWORDS } from './settings.ts'

/** Opening, changing and ending accounts and their roles. The module that keeps the units says which there are. */
export const accountActionsFor = (options: AccountActionsOptions): readonly Action[] => [...keepingActions(options), ...roleActions]
