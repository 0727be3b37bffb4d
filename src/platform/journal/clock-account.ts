import { AccountId } from '../../kernel/id.ts'

/** Nobody: the account under which the clock acts. */
export const CLOCK = AccountId.parse('00000000-0000-4000-8000-000000000000')
