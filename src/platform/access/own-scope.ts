import type { Pool } from 'pg'
import { rangeOf, type UnitCode } from '../../kernel/region-code.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'

/** One transaction in the range of a unit, for what an account does to itself before anybody acts: opening a session, using up a code. */
export const inScopeOf = <T>(pool: Pool, unitCode: UnitCode, run: (tx: Tx) => Promise<T>): Promise<T> =>
  withScope(pool, rangeOf(unitCode), 'write', run)
