import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type SessionDesk, sendRefusal } from './answer-session.ts'
import { beginTotp, changePassword, finishTotp } from './own-account.ts'
import {
  ChangePasswordBody,
  ConfirmTotpAnswer,
  ConfirmTotpBody,
  EnrolTotpAnswer,
  EnrolTotpBody,
  Refused,
  SessionAnswer,
} from './session-contract.ts'

const tags = ['session']
const REFUSALS = { 401: Refused, 409: Refused, 422: Refused, 429: Refused }

/** What an account does to its own keys. Open to sessions that may do nothing else yet. */
export function ownAccountRoutes(
  server: ReturnType<FastifyInstance['withTypeProvider']>,
  { context, now, sessionOf, answerToken }: SessionDesk,
): void {
  const app = server.withTypeProvider<ZodTypeProvider>()

  const enrol = {
    summary: 'Begin to enrol an authenticator app',
    tags,
    body: EnrolTotpBody,
    response: { 200: EnrolTotpAnswer, ...REFUSALS },
  }
  app.post('/api/session/totp/enrol', { schema: enrol }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const begun = await beginTotp(context, { session, code: request.body.code, now: now() })
    return begun.ok ? begun.value : sendRefusal(reply, begun.refusal)
  })

  const confirm = {
    summary: 'Confirm an authenticator app',
    tags,
    body: ConfirmTotpBody,
    response: { 200: ConfirmTotpAnswer, ...REFUSALS },
  }
  app.post('/api/session/totp/confirm', { schema: confirm }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const done = await finishTotp(context, { session, code: request.body.code, now: now() })
    if (!done.ok) return sendRefusal(reply, done.refusal)
    return { ...(await answerToken(reply, done.value.token)), recoveryCodes: [...done.value.recoveryCodes] }
  })

  const change = { summary: 'Change one’s own password', tags, body: ChangePasswordBody, response: { 200: SessionAnswer, ...REFUSALS } }
  app.post('/api/session/password', { schema: change }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const done = await changePassword(context, { ...request.body, session, now: now() })
    return done.ok ? answerToken(reply, done.value.token) : sendRefusal(reply, done.refusal)
  })
}
