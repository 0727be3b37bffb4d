import { type Result, refuse } from '../../../kernel/result.ts'
import type { AccessContext } from '../access-context.ts'
import { findLogin } from '../accounts.ts'
import type { SignInRefusal } from '../session-contract.ts'
import { admit, type Entry } from '../sign-in.ts'
import type { SignOn } from './provider.ts'
import { findSignOn } from './sign-ons.ts'

type Refusal = Exclude<SignInRefusal, { code: 'wrong-credentials' }> | { readonly code: 'not-bound' }

/**
 * Opens a session for whom the provider has vouched for. It stands for the password and for nothing else: the second factor,
 * the count of guesses, a password to be changed and a disabled account are as they are with a password. Only what the owner
 * bound is looked for, never a name or an address: who names accounts at the provider must not open ours.
 */
export async function signInByProvider(
  context: AccessContext,
  asked: Entry & { readonly signOn: SignOn },
): Promise<Result<{ token: string }, Refusal>> {
  const { pool, secrets } = context
  const bound = await findSignOn(pool, secrets, asked.signOn)
  if (!bound) return refuse({ code: 'not-bound' })
  const account = await findLogin(pool, bound.login, asked.device.hash)
  const entered = await admit(context, asked, {
    login: bound.login,
    account,
    isRight: async () => account?.accountId === bound.accountId,
    // Unbound meanwhile: the account is held now, and nobody else changes it.
    stillHolds: async (tx) => (await findSignOn(tx, secrets, asked.signOn))?.accountId === bound.accountId,
  })
  if (entered.ok) return entered
  // A disabled account is no account: in the words for whom none is bound.
  return refuse(entered.refusal.code === 'wrong-credentials' ? { code: 'not-bound' } : entered.refusal)
}
