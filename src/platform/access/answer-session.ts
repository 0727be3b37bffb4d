import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { tierOf, type UnitCode } from '../../kernel/region-code.ts'
import { type Clock, systemClock } from '../clock/clock.ts'
import type { AccessContext, SecretBox } from './access-context.ts'
import type { Provider } from './oidc/provider.ts'
import { isActivity, isForAnother } from './request-actor.ts'
import { ROLES } from './roles.ts'
import { findDemoCode } from './second-factor.ts'
import type { DemoAccount, SessionAnswer, SessionRefusal, SignedIn } from './session-contract.ts'
import { setToken, tokenOf } from './session-cookies.ts'
import { findSession, type Session } from './sessions.ts'
import { ACCESS_DEFAULTS, type AccessSettings } from './settings.ts'

export interface SessionRoutesOptions {
  readonly appPool: Pool
  readonly secrets: SecretBox
  /** Served over TLS. */
  readonly secure: boolean
  /** What differs from the house's own settings. */
  readonly config?: Partial<Omit<AccessSettings, 'secure'>>
  /** The demo accounts where demo data is loaded; undefined, or absent, where it is not. */
  readonly listDemoAccounts?: () => Promise<readonly DemoAccount[] | undefined>
  readonly clock?: Clock
  /** The provider of single sign-on; left out where there is none. */
  readonly provider?: Provider
  /** What a unit is called and where it lies; platform knows no module that could say. Left out: codes instead of names. */
  readonly findPlace?: (unitCode: UnitCode) => Promise<SignedInPlace>
}

export type SignedInPlace = Pick<SignedIn, 'unitName' | 'path'>

/** What the routes of a session share: who asks, and the one answer they all give. */
export interface SessionDesk {
  readonly context: AccessContext
  readonly now: () => Date
  readonly sessionOf: (request: FastifyRequest) => Promise<Session | undefined>
  readonly answerFor: (session: Session | undefined) => Promise<SessionAnswer>
  /** Hands out a new token and answers for its session. */
  readonly answerToken: (reply: FastifyReply, token: string) => Promise<SessionAnswer>
}

const signedInOf = (session: Session, place: SignedInPlace): SignedIn => ({
  ...place,
  id: session.accountId,
  name: session.name,
  login: session.login,
  unitCode: session.unitCode,
  tier: tierOf(session.unitCode),
  roles: [...session.roles],
  roleNames: session.roles.map((role) => ROLES[role].zh),
  roleNamesEn: session.roles.map((role) => ROLES[role].en),
  grants: [...(session.actor?.grants ?? [])],
  needsTotp: session.needsTotp,
  hasTotp: session.hasSecondFactor,
  mustChangePassword: session.mustChangePassword,
  idleEndsAt: session.idleEndsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
})

export function openDesk(options: SessionRoutesOptions): SessionDesk {
  const { secure, clock = systemClock } = options
  const config: AccessSettings = { ...ACCESS_DEFAULTS, ...options.config, secure }
  const context: AccessContext = { pool: options.appPool, secrets: options.secrets, config }
  const now = () => new Date(clock.now())
  const placeOf = options.findPlace ?? (async (unitCode: UnitCode) => ({ unitName: unitCode, path: [] }))
  const singleSignOn = options.provider && { singleSignOn: { name: options.provider.name } }
  const answerFor: SessionDesk['answerFor'] = async (session) => {
    const time = clock.now()
    if (session) return { account: signedInOf(session, await placeOf(session.unitCode)), ...singleSignOn, time }
    const demo = await options.listDemoAccounts?.()
    return { account: null, ...(demo && { demoAccounts: await withCodes(context, demo, now()) }), ...singleSignOn, time }
  }
  return {
    context,
    now,
    answerFor,
    sessionOf: async (request) => {
      const session = await findSession(context.pool, tokenOf(request, config), { now: now(), isActivity: isActivity(request) })
      return session && isForAnother(request, session) ? undefined : session
    },
    answerToken: async (reply, token) => {
      setToken(reply, token, config)
      return answerFor(await findSession(context.pool, token, { now: now() }))
    },
  }
}

const withCodes = (context: AccessContext, accounts: readonly DemoAccount[], now: Date): Promise<DemoAccount[]> =>
  Promise.all(
    accounts.map(async (account) => {
      const code = account.code ?? (await findDemoCode(context, account.login, now))
      return code ? { ...account, code } : account
    }),
  )

const STATUS = {
  'wrong-credentials': 401,
  'code-needed': 401,
  'code-wrong': 401,
  'not-signed-in': 401,
  'too-many-tries': 429,
  'password-weak': 422,
  'not-enrolling': 409,
  'already-bound': 409,
  'sign-on-over': 409,
  'provider-unavailable': 503,
} as const satisfies Record<SessionRefusal['code'], number>

export function sendRefusal(reply: FastifyReply, refusal: SessionRefusal): FastifyReply {
  if (refusal.code === 'too-many-tries') reply.header('retry-after', refusal.waitSeconds)
  return reply.code(STATUS[refusal.code]).send({ refusal })
}
