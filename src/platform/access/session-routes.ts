import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { openDesk, type SessionDesk, type SessionRoutesOptions, sendRefusal } from './answer-session.ts'
import { signOnRoutes } from './oidc/sign-on-routes.ts'
import { signOut } from './own-account.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { Refused, SessionAnswer, SignInBody } from './session-contract.ts'
import { clearToken, deviceOf, setDevice, tokenOf } from './session-cookies.ts'
import { signIn } from './sign-in.ts'

const tags = ['session']

/** The raw routes of signing in and out, and of one's own password and second factor. Needs the cookies of `openServer`. */
export async function sessionRoutes(server: FastifyInstance, options: SessionRoutesOptions): Promise<void> {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const desk = openDesk(options)
  takeEmptyBodies(server)

  const who = { summary: 'Who is signed in', tags, response: { 200: SessionAnswer } }
  app.get('/api/session', { schema: who }, async (request) => desk.answerFor(await desk.sessionOf(request)))

  signInRoute(app, desk)
  signOutRoutes(app, desk)
  ownAccountRoutes(app, desk)
  if (options.provider) signOnRoutes(app, desk, options.provider)
}

/** Signing out has nothing to say, yet must say that it is JSON: see refuseCrossSite. */
function takeEmptyBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, String(body), done)
  })
}

type App = ReturnType<FastifyInstance['withTypeProvider']>

function signInRoute(server: App, { context, now, answerToken }: SessionDesk): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const schema = { summary: 'Sign in', tags, body: SignInBody, response: { 200: SessionAnswer, 401: Refused, 429: Refused } }
  app.post('/api/session', { schema }, async (request, reply) => {
    const device = deviceOf(request, context.secrets, context.config)
    const opened = await signIn(context, { ...request.body, device, address: request.ip, now: now() })
    if (!opened.ok) return sendRefusal(reply, opened.refusal)
    await signOut(context, tokenOf(request, context.config), { reason: 'signed-in-again', now: now() })
    setDevice(reply, device, context.config)
    return answerToken(reply, opened.value.token)
  })
}

function signOutRoutes(server: App, { context, now, answerFor }: SessionDesk): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const routes = [
    { path: '/api/session', summary: 'Sign out', everywhere: false, reason: 'signed-out' },
    { path: '/api/session/everywhere', summary: 'Sign out on all devices', everywhere: true, reason: 'signed-out-everywhere' },
  ] as const
  for (const { path, summary, everywhere, reason } of routes) {
    app.delete(path, { schema: { summary, tags, response: { 200: SessionAnswer } } }, async (request, reply) => {
      await signOut(context, tokenOf(request, context.config), { everywhere, reason, now: now() })
      clearToken(reply, context.config)
      return answerFor(undefined)
    })
  }
}
