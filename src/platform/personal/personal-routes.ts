import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { takeGuess } from '../access/lock-out.ts'
import { answerFor, clearToken, sendRefusal, sessionOf, setToken, tokenOf } from './answer-person.ts'
import { AskCodeAnswer, AskCodeBody, BindBody, OpenFileBody, PersonalRefused, PersonalSession, PersonalSignInBody } from './contract.ts'
import { PERSONAL_LIMITS, type PersonalContext } from './personal-context.ts'
import { endPersonalSession, findPersonalSession, openBoundFile, openPersonalSession } from './personal-sessions.ts'
import { sendPhoneCode, usePhoneCode } from './phone-code.ts'

const tags = ['me']
const refused = { 401: PersonalRefused, 404: PersonalRefused, 422: PersonalRefused, 429: PersonalRefused, 503: PersonalRefused }

/** The raw routes of signing in on /me, and of opening files there. Needs the cookies of `openServer`. */
export async function personalRoutes(server: FastifyInstance, context: PersonalContext): Promise<void> {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const who = { summary: 'Who is signed in on /me', tags, response: { 200: PersonalSession } }
  app.get('/api/me/session', { schema: who }, async (request) => answerFor(context, await sessionOf(context, request)))
  codeRoutes(server, context)
  fileRoutes(server, context)
  const leave = { summary: 'Sign out on /me', tags, response: { 200: PersonalSession } }
  app.delete('/api/me/session', { schema: leave }, async (request, reply) => {
    const token = tokenOf(request, context)
    if (token) await endPersonalSession(context, token, new Date(context.clock.now()))
    clearToken(reply, context)
    return answerFor(context, undefined)
  })
}

function codeRoutes(server: FastifyInstance, context: PersonalContext): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const ask = { summary: 'Sends a code to a mobile phone', tags, body: AskCodeBody, response: { 200: AskCodeAnswer, ...refused } }
  app.post('/api/me/code', { schema: ask }, async (request, reply) => {
    const sent = await sendPhoneCode(context, { phone: request.body.phone, address: request.ip, now: new Date(context.clock.now()) })
    if (!sent.ok) return sendRefusal(reply, sent.refusal)
    const demo = context.listDemoPeople ? { demoCode: sent.value.code } : {}
    return { waitSeconds: PERSONAL_LIMITS.waitSeconds, validMinutes: PERSONAL_LIMITS.codeMinutes, ...demo }
  })
  const enter = { summary: 'Sign in on /me by the code', tags, body: PersonalSignInBody, response: { 200: PersonalSession, ...refused } }
  app.post('/api/me/session', { schema: enter }, async (request, reply) => {
    const now = new Date(context.clock.now())
    const used = await usePhoneCode(context, { ...request.body, now })
    if (!used.ok) return sendRefusal(reply, used.refusal)
    const before = tokenOf(request, context)
    if (before) await endPersonalSession(context, before, now)
    const token = await openPersonalSession(context, request.body.phone, now)
    setToken(reply, token, context)
    return answerFor(context, await findPersonalSession(context, token, { now, isActivity: true }))
  })
}

function fileRoutes(server: FastifyInstance, context: PersonalContext): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const open = { summary: 'Opens another file of the account', tags, body: OpenFileBody, response: { 200: PersonalSession, ...refused } }
  app.post('/api/me/open', { schema: open }, async (request, reply) => {
    const [token, session] = [tokenOf(request, context), await sessionOf(context, request)]
    if (!token || !session) return sendRefusal(reply, { code: 'not-signed-in' })
    if (!(await openBoundFile(context, token, request.body.personId))) return sendRefusal(reply, { code: 'file-not-yours' })
    return answerFor(context, await sessionOf(context, request))
  })
  const bind = { summary: 'Binds the account to a file', tags, body: BindBody, response: { 200: PersonalSession, ...refused } }
  app.post('/api/me/bind', { schema: bind }, async (request, reply) => {
    const session = await sessionOf(context, request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const { citizenId, code } = request.body
    for (const subject of [
      { kind: 'door-account', of: session.accountId },
      { kind: 'door-file', of: citizenId.toUpperCase() },
    ] as const) {
      const { waitSeconds } = await takeGuess(context, subject, new Date(context.clock.now()))
      if (waitSeconds > 0) return sendRefusal(reply, { code: 'too-many-tries', waitSeconds })
    }
    const bound = await context.bindFile({ accountId: session.accountId, citizenId, code: code.replace(/\D/g, '') })
    if (!bound.ok) return sendRefusal(reply, bound.refusal)
    return answerFor(context, await sessionOf(context, request))
  })
}
