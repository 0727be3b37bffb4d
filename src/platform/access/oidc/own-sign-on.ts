import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../database/tx.ts'
import { appendLeaf } from '../../journal/append-leaf.ts'
import type { AccessContext } from '../access-context.ts'
import { replaceSessions } from '../own-account.ts'
import { inScopeOf } from '../own-scope.ts'
import type { Session } from '../sessions.ts'
import type { SignOn } from './provider.ts'
import { endSignOn, insertSignOn } from './sign-ons.ts'

interface Own {
  readonly session: Session
  readonly now: Date
}

/** Binds who has just come back from the provider to the account that went there; every session but the new one ends. */
export const bindOwnSignOn = (
  context: AccessContext,
  asked: Own & { readonly signOn: SignOn },
): Promise<Result<{ token: string }, { code: 'already-bound' | 'sign-on-taken' }>> =>
  inScopeOf(context.pool, asked.session.unitCode, async (tx) => {
    const bound = await insertSignOn(tx, context.secrets, { ...asked, account: asked.session })
    if (bound === 'bound') return ok(await changed(tx, context, asked, 'account.bindSignOn'))
    tx.undo()
    return refuse({ code: bound })
  })

/** Unbinds one's own; every session but the new one ends. Undefined where nothing was bound: then nothing happens. */
export const unbindOwnSignOn = (context: AccessContext, asked: Own): Promise<{ token: string } | undefined> =>
  inScopeOf(context.pool, asked.session.unitCode, async (tx) =>
    (await endSignOn(tx, asked.session)) ? changed(tx, context, asked, 'account.unbindOwnSignOn') : undefined,
  )

async function changed(tx: Tx, context: AccessContext, { session, now }: Own, name: string): Promise<{ token: string }> {
  const { accountId, unitCode, hasSecondFactor } = session
  const token = await replaceSessions(tx, context, { session, reason: 'sign-on-changed', now, hasSecondFactor })
  await appendLeaf(tx, { id: uuidv7(), name, unitCode, accountId, at: now.toISOString(), subject: accountId, detail: {} })
  return { token }
}
