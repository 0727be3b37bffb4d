import { bureauOf } from '../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../database/tx.ts'
import type { AccessContext } from './access-context.ts'
import { findLogin, type LoginAccount } from './accounts.ts'
import { returnGuess, takeGuess } from './lock-out.ts'
import { inScopeOf } from './own-scope.ts'
import { findPasswordFault, hashPassword, isPasswordOf } from './password.ts'
import { confirmTotp, enrolTotp, spendCode } from './second-factor.ts'
import type { SessionRefusal } from './session-contract.ts'
import { type EndReason, endSession, endSessions, findSession, openSession, type Session } from './sessions.ts'

/** Runs something the signed-in account does to itself, with its guesses counted: a stolen session must not try out codes. */
async function withGuess<T>(
  context: AccessContext,
  { session, now }: { session: Session; now: Date },
  check: (account: LoginAccount) => Promise<Result<T, SessionRefusal>>,
): Promise<Result<T, SessionRefusal>> {
  const guess = await takeGuess(context, { kind: 'signed-in', login: session.login }, now)
  if (guess.waitSeconds > 0) return refuse({ code: 'too-many-tries', waitSeconds: guess.waitSeconds })
  const account = await findLogin(context.pool, session.login, undefined)
  if (!account) return refuse({ code: 'not-signed-in' })
  const result = await check(account)
  if (result.ok) await returnGuess(context, guess)
  return result
}

/** A new session in place of all others, after something about the account's own keys has changed. */
export async function replaceSessions(
  tx: Tx,
  { config }: AccessContext,
  changed: { session: Session; reason: EndReason; now: Date; hasSecondFactor: boolean },
): Promise<string> {
  const { session, now } = changed
  await endSessions(tx, session, changed)
  return openSession(tx, config.sessions, { ...session, now, hasSecondFactor: changed.hasSecondFactor })
}

/** Begins to enrol an authenticator app. A confirmed second factor is replaced only by who can still show it. */
export const beginTotp = (context: AccessContext, asked: { session: Session; code?: string | undefined; now: Date }) =>
  withGuess<{ secret: string; uri: string }>(context, asked, (account) =>
    inScopeOf(context.pool, account.unitCode, async (tx) => {
      if (account.isTotpConfirmed) {
        if (!asked.code) return refuse({ code: 'code-needed' })
        if (!(await spendCode(tx, context.secrets, { account, code: asked.code, now: asked.now }))) return refuse({ code: 'code-wrong' })
      }
      return ok(await enrolTotp(tx, context.secrets, account))
    }),
  )

/** Ends enrolment with a first code: recovery codes, and a new session that has its second factor. */
export const finishTotp = (context: AccessContext, asked: { session: Session; code: string; now: Date }) =>
  withGuess<{ token: string; recoveryCodes: readonly string[] }>(context, asked, (account) => {
    if (!account.totpPending) return Promise.resolve(refuse({ code: 'not-enrolling' }))
    return inScopeOf(context.pool, account.unitCode, async (tx) => {
      const recoveryCodes = await confirmTotp(tx, context.secrets, { account, code: asked.code, now: asked.now })
      if (!recoveryCodes) return refuse({ code: 'code-wrong' })
      const changed = { session: asked.session, reason: 'second-factor-changed', now: asked.now, hasSecondFactor: true } as const
      return ok({ recoveryCodes, token: await replaceSessions(tx, context, changed) })
    })
  })

/** Whether whoever sits at a session still knows its password: before its account is given another key. */
export const checkOwnPassword = (context: AccessContext, asked: { session: Session; password: string; now: Date }) =>
  withGuess<undefined>(context, asked, async ({ passwordHash }) =>
    (await isPasswordOf(passwordHash, asked.password)) ? ok(undefined) : refuse({ code: 'wrong-credentials' }),
  )

/** Changes one's own password; every session but the new one ends. */
export const changePassword = (context: AccessContext, asked: { session: Session; current: string; next: string; now: Date }) =>
  withGuess<{ token: string }>(context, asked, async (account) => {
    const { session, current, next, now } = asked
    if (!(await isPasswordOf(account.passwordHash, current))) return refuse({ code: 'wrong-credentials' })
    const profile = context.config.passwords
    const why = current === next ? 'same-as-before' : findPasswordFault(profile, { ...session, password: next })
    if (why) return refuse({ code: 'password-weak', why, minimumLength: profile.minimumLength })
    const passwordHash = await hashPassword(next)
    return inScopeOf(context.pool, account.unitCode, async (tx) => {
      await tx.query(
        `update access.accounts set password_hash = $3, password_changed_at = $4, must_change_password = false
         where bureau_code = $1 and id = $2`,
        [bureauOf(account.unitCode), account.accountId, passwordHash, now],
      )
      const changed = { session, reason: 'password-changed', now, hasSecondFactor: session.hasSecondFactor } as const
      return ok({ token: await replaceSessions(tx, context, changed) })
    })
  })

/** Ends the session of a token, or with `everywhere` all of its account. Nothing happens where there is none. */
export async function signOut(
  context: AccessContext,
  token: string | undefined,
  end: { everywhere?: boolean; reason: EndReason; now: Date },
): Promise<void> {
  const session = await findSession(context.pool, token, { now: end.now, isActivity: false })
  if (!session || !token) return
  await inScopeOf(context.pool, session.unitCode, (tx) => (end.everywhere ? endSessions(tx, session, end) : endSession(tx, token, end)))
}
