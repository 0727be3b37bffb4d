import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type SessionDesk, sendRefusal } from '../answer-session.ts'
import { checkOwnPassword } from '../own-account.ts'
import { inScopeOf } from '../own-scope.ts'
import {
  BeginSignOnAnswer,
  BeginSignOnBody,
  OwnSignOn,
  Refused,
  SessionAnswer,
  type SessionRefusal,
  SignOnCodeBody,
} from '../session-contract.ts'
import { deviceOf, tokenOf } from '../session-cookies.ts'
import type { Session } from '../sessions.ts'
import { CALLBACK, comeBack, takeSeat } from './come-back.ts'
import { clearFlow, findFlow, setFlow } from './flow.ts'
import { ownPath } from './own-path.ts'
import { unbindOwnSignOn } from './own-sign-on.ts'
import type { Provider } from './provider.ts'
import { signInByProvider } from './sign-in-by-provider.ts'
import { findBoundAt } from './sign-ons.ts'

const tags = ['session']
const REFUSALS = { 401: Refused, 409: Refused, 429: Refused, 503: Refused }

type App = ReturnType<FastifyInstance['withTypeProvider']>

/** Single sign-on: there only where a provider is set. */
export function signOnRoutes(server: App, desk: SessionDesk, provider: Provider): void {
  beginRoute(server, desk, provider)
  server.get(CALLBACK, { schema: { summary: 'Come back from the provider of single sign-on', tags } }, (request, reply) =>
    comeBack({ desk, provider, request, reply }),
  )
  codeRoute(server, desk)
  ownRoutes(server, desk)
}

/** Changes nothing but the browser's own flow; a POST all the same, so that no other site begins one here. */
function beginRoute(server: App, desk: SessionDesk, provider: Provider): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const schema = {
    summary: 'Go to the provider of single sign-on',
    tags,
    body: BeginSignOnBody,
    response: { 200: BeginSignOnAnswer, ...REFUSALS },
  }
  app.post('/api/session/sign-on', { schema }, async (request, reply) => {
    const { body } = request
    const now = desk.now()
    const session = body.to === 'bind' ? await desk.sessionOf(request) : undefined
    const refusal = body.to === 'bind' ? await whyNotBind(desk, { session, password: body.password, now }) : undefined
    if (refusal) return sendRefusal(reply, refusal)
    const begun = await provider.begin(callbackOf(request, desk), body.to === 'bind')
    if (typeof begun === 'string') return sendRefusal(reply, { code: 'provider-unavailable' })
    const { challenge, url } = begun
    const to = body.to === 'bind' ? { to: '/desk/account', accountId: session?.accountId } : { to: ownPath(body.page) }
    setFlow(reply, desk.context, { stage: 'asked', at: now.toISOString(), challenge, ...to })
    return { url }
  })
}

/** The provider sends browsers only to addresses that are registered with it: a false host ends there. Without the port that goes unsaid. */
const callbackOf = (request: FastifyRequest, { context }: SessionDesk): string =>
  new URL(CALLBACK, `${context.config.secure ? 'https' : request.protocol}://${request.host}`).href

/** Another key is given to an account only by who has shown all of its own. */
async function whyNotBind(
  { context }: SessionDesk,
  asked: { session: Session | undefined; password: string; now: Date },
): Promise<SessionRefusal | undefined> {
  const { session } = asked
  if (!session?.actor) return { code: 'not-signed-in' }
  const checked = await checkOwnPassword(context, { ...asked, session })
  if (!checked.ok) return checked.refusal
  const boundAt = await inScopeOf(context.pool, session.unitCode, (tx) => findBoundAt(tx, session))
  return boundAt && { code: 'already-bound' }
}

function codeRoute(server: App, desk: SessionDesk): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const { context, now, answerToken } = desk
  const schema = {
    summary: 'Show the second factor after single sign-on',
    tags,
    body: SignOnCodeBody,
    response: { 200: SessionAnswer, ...REFUSALS },
  }
  app.post('/api/session/sign-on/code', { schema }, async (request, reply) => {
    const flow = findFlow(request, context, { stage: 'vouched', now: now() })
    if (!flow) return sendRefusal(reply, { code: 'sign-on-over' })
    const device = deviceOf(request, context.secrets, context.config)
    const { signOn } = flow
    const entered = await signInByProvider(context, { signOn, code: request.body.code, device, address: request.ip, now: now() })
    if (!entered.ok) return sendRefusal(reply, entered.refusal.code === 'not-bound' ? { code: 'sign-on-over' } : entered.refusal)
    await takeSeat(desk, { request, reply, device })
    clearFlow(reply, context)
    return answerToken(reply, entered.value.token)
  })
}

function ownRoutes(server: App, { context, now, sessionOf, answerToken }: SessionDesk): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const see = { summary: 'Whether one’s own account is bound to single sign-on', tags, response: { 200: OwnSignOn, 401: Refused } }
  app.get('/api/session/sign-on', { schema: see }, async (request, reply) => {
    const session = await sessionOf(request)
    if (!session) return sendRefusal(reply, { code: 'not-signed-in' })
    const boundAt = await inScopeOf(context.pool, session.unitCode, (tx) => findBoundAt(tx, session))
    return { boundAt: boundAt?.toISOString() ?? null }
  })

  const end = { summary: 'Unbind one’s own account from single sign-on', tags, response: { 200: SessionAnswer, 401: Refused } }
  app.delete('/api/session/sign-on', { schema: end }, async (request, reply) => {
    const session = await sessionOf(request)
    const token = tokenOf(request, context.config)
    if (!session || !token) return sendRefusal(reply, { code: 'not-signed-in' })
    const changed = await unbindOwnSignOn(context, { session, now: now() })
    return answerToken(reply, changed?.token ?? token)
  })
}
