import type { AccountId } from '../../kernel/id.ts'
import type { Tx } from '../database/tx.ts'
import { findAccount } from './account-queries.ts'
import type { Actor } from './actor.ts'
import { atWork } from './at-work.ts'

/** Whom an account of the transaction's range acts as today; undefined where there is none, or it is disabled. */
export async function findActorOf(tx: Tx, accountId: string): Promise<Actor | undefined> {
  const account = await findAccount(tx, accountId as AccountId)
  if (account?.status !== 'active') return undefined
  const { id, name, unitCode, roles } = account
  return atWork({ accountId: id, name, unitCode, roles })
}
