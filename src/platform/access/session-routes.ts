import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import { tierOf } from '../../kernel/region-code.ts'
import type { AccessContext, SecretBox } from './access-context.ts'
import { beginTotp, changePassword, finishTotp, signOut } from './own-account.ts'
import { ROLES } from './roles.ts'
import { findDemoCode } from './second-factor.ts'
import {
  ChangePasswordBody,
  ConfirmTotpAnswer,
  ConfirmTotpBody,
  type DemoAccount,
  EnrolTotpAnswer,
  EnrolTotpBody,
  Refused,
  SessionAnswer,
  type SessionRefusal,
  SignInBody,
  type SignedIn,
} from './session-contract.ts'
import { clearToken, deviceOf, setDevice, setToken, tokenOf } from './session-cookies.ts'
import { findSession, type Session } from './sessions.ts'
import type { AccessSettings } from './settings.ts'
import { signIn } from './sign-in.ts'

export interface SessionRoutesOptions {
  readonly appPool: Pool
  readonly secrets: SecretBox
  readonly config: AccessSettings
  /** The demo accounts where demo data is loaded; undefined, or absent, where it is not. */
  readonly listDemoAccounts?: () => Promise<readonly DemoAccount[] | undefined>
  readonly now?: () => Date
}

const STATUS = {
  'wrong-credentials': 401,
  'code-needed': 401,
  'code-wrong': 401,
  'not-signed-in': 401,
  'too-many-tries': 429,
  'password-weak': 422,
  'not-enrolling': 409,
} as const satisfies Record<SessionRefusal['code'], number>

function sendRefusal(reply: FastifyReply, refusal: SessionRefusal): FastifyReply {
  if (refusal.code === 'too-many-tries') reply.header('retry-after', refusal.waitSeconds)
  return reply.code(STATUS[refusal.code]).send({ refusal })
}

const signedInOf = (session: Session): SignedIn => ({
  id: session.accountId,
  name: session.name,
  login: session.login,
  unitCode: session.unitCode,
  tier: tierOf(session.unitCode),
  roles: [...session.roles],
  roleNames: session.roles.map((role) => ROLES[role].zh),
  grants: [...(session.actor?.grants ?? [])],
  needsTotp: session.needsTotp,
  hasTotp: session.hasSecondFactor,
  mustChangePassword: session.mustChangePassword,
  idleEndsAt: session.idleEndsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
})

/** A page that asks by itself, and not because somebody did something, says so with this header. */
const isActivity = (request: FastifyRequest): boolean => request.headers['x-guidui-background'] !== '1'

const REFUSALS = { 401: Refused, 409: Refused, 422: Refused, 429: Refused }
const ANSWERS = { 200: SessionAnswer, ...REFUSALS }

/** The raw routes of signing in and out, and of one's own password and second factor. */
export async function sessionRoutes(server: FastifyInstance, options: SessionRoutesOptions): Promise<void> {
  const { config } = options
  const now = options.now ?? (() => new Date())
  const context: AccessContext = { pool: options.appPool, secrets: options.secrets, config }
  if (!server.hasReplyDecorator('setCookie')) await server.register(cookie)
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  const app = server.withTypeProvider<ZodTypeProvider>()

  const sessionOf = (request: FastifyRequest) =>
    findSession(context.pool, tokenOf(request, config), { now: now(), isActivity: isActivity(request) })

  async function answerFor(session: Session | undefined): Promise<SessionAnswer> {
    const time = now().toISOString()
    if (session) return { account: signedInOf(session), time }
    const demo = await options.listDemoAccounts?.()
    return { account: null, ...(demo && { demoAccounts: await withCodes(context, demo, now()) }), time }
  }

  const answerToken = async (reply: FastifyReply, token: string): Promise<SessionAnswer> => {
    setToken(reply, token, config)
    return answerFor(await findSession(context.pool, token, { now: now() }))
  }

  app.get('/api/session', { schema: { summary: 'Who is signed in', response: { 200: SessionAnswer } } }, async (request) =>
    answerFor(await sessionOf(request)),
  )

  app.post('/api/session', { schema: { summary: 'Sign in', body: SignInBody, response: ANSWERS } }, async (request, reply) => {
    const device = deviceOf(request, context.secrets, config)
    const opened = await signIn(context, { ...request.body, device, address: request.ip, now: now() })
    if (!opened.ok) return sendRefusal(reply, opened.refusal)
    await signOut(context, tokenOf(request, config), { reason: 'signed-in-again', now: now() })
    setDevice(reply, device, config)
    return answerToken(reply, opened.value.token)
  })

  app.delete('/api/session', { schema: { summary: 'Sign out', response: ANSWERS } }, async (request, reply) => {
    await signOut(context, tokenOf(request, config), { reason: 'signed-out', now: now() })
    clearToken(reply, config)
    return answerFor(undefined)
  })

  app.delete('/api/session/everywhere', { schema: { summary: 'Sign out on all devices', response: ANSWERS } }, async (request, reply) => {
    await signOut(context, tokenOf(request, config), { everywhere: true, reason: 'signed-out-everywhere', now: now() })
    clearToken(reply, config)
    return answerFor(undefined)
  })

  const enrolling = { summary: 'Begin to enrol an authenticator app', body: EnrolTotpBody, response: { 200: EnrolTotpAnswer, ...REFUSALS } }
  app.post('/api/session/totp/enrol', { schema: enrolling }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const begun = await beginTotp(context, { session, code: request.body.code, now: now() })
    return begun.ok ? begun.value : sendRefusal(reply, begun.refusal)
  })

  const confirming = { summary: 'Confirm an authenticator app', body: ConfirmTotpBody, response: { 200: ConfirmTotpAnswer, ...REFUSALS } }
  app.post('/api/session/totp/confirm', { schema: confirming }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const done = await finishTotp(context, { session, code: request.body.code, now: now() })
    if (!done.ok) return sendRefusal(reply, done.refusal)
    return { ...(await answerToken(reply, done.value.token)), recoveryCodes: [...done.value.recoveryCodes] }
  })

  const changing = { summary: 'Change one’s own password', body: ChangePasswordBody, response: ANSWERS }
  app.post('/api/session/password', { schema: changing }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const done = await changePassword(context, { ...request.body, session, now: now() })
    return done.ok ? answerToken(reply, done.value.token) : sendRefusal(reply, done.refusal)
  })
}

const withCodes = (context: AccessContext, accounts: readonly DemoAccount[], now: Date): Promise<DemoAccount[]> =>
  Promise.all(
    accounts.map(async (account) => {
      const code = await findDemoCode(context, account.login, now)
      return code ? { ...account, code } : account
    }),
  )
