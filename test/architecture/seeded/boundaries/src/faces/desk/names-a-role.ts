import { ROLES } from '../../platform/access/roles.ts'

export const first = ROLES[0]
