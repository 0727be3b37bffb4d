import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionDesk } from '../answer-session.ts'
import type { Device } from '../device.ts'
import { signOut } from '../own-account.ts'
import type { SignOnOutcome } from '../session-contract.ts'
import { deviceOf, setDevice, setToken, tokenOf } from '../session-cookies.ts'
import { clearFlow, type Flow, findFlow, setFlow } from './flow.ts'
import { bindOwnSignOn } from './own-sign-on.ts'
import type { Provider, SignOn } from './provider.ts'
import { signInByProvider } from './sign-in-by-provider.ts'

/** Where the provider sends browsers back to. */
export const CALLBACK = '/api/session/sign-on/callback'

interface Arrival {
  readonly desk: SessionDesk
  readonly provider: Provider
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Asked = Extract<Flow, { stage: 'asked' }>

/**
 * Takes a browser back from the provider, once, and always sends it on to a page of ours: signed in, bound, or with the word
 * for what went wrong. The flow is over whatever comes of it, so that the same address opens nothing a second time.
 */
export async function comeBack(arrival: Arrival): Promise<FastifyReply> {
  const { desk, provider, request, reply } = arrival
  const flow = findFlow(request, desk.context, { stage: 'asked', now: desk.now() })
  clearFlow(reply, desk.context)
  const query = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1))
  if (!flow || query.get('state') !== flow.challenge.state) return goOn(reply, flow, 'stale')
  const signOn = await provider.redeem(flow.challenge, query.toString())
  if (typeof signOn === 'string') return goOn(reply, flow, signOn)
  return flow.accountId === undefined ? enter(arrival, flow, signOn) : bind(arrival, flow, signOn)
}

/** Who wanted in goes to the sign-in page, who wanted to bind to the own account; nobody further than that. */
function goOn(reply: FastifyReply, flow: Asked | undefined, sso: SignOnOutcome): FastifyReply {
  const asked = new URLSearchParams({ sso })
  if (flow?.accountId !== undefined) return reply.redirect(`${flow.to}?${asked}`, 303)
  if (flow) asked.set('to', flow.to)
  return reply.redirect(`/sign-in?${asked}`, 303)
}

async function enter({ desk, request, reply }: Arrival, flow: Asked, signOn: SignOn): Promise<FastifyReply> {
  const { context, now } = desk
  const device = deviceOf(request, context.secrets, context.config)
  const entered = await signInByProvider(context, { signOn, device, address: request.ip, now: now() })
  if (entered.ok) {
    await takeSeat(desk, { request, reply, device })
    setToken(reply, entered.value.token, context.config)
    return reply.redirect(flow.to, 303)
  }
  const { code } = entered.refusal
  if (code !== 'code-needed') return goOn(reply, flow, code === 'code-wrong' ? 'failed' : code)
  setFlow(reply, context, { stage: 'vouched', at: now().toISOString(), signOn })
  return goOn(reply, flow, 'code')
}

/** What goes with every new session: the one before it in this browser ends, and the device is known from now on. */
export async function takeSeat(
  { context, now }: SessionDesk,
  { request, reply, device }: { request: FastifyRequest; reply: FastifyReply; device: Device },
): Promise<void> {
  await signOut(context, tokenOf(request, context.config), { reason: 'signed-in-again', now: now() })
  setDevice(reply, device, context.config)
}

async function bind({ desk, request, reply }: Arrival, flow: Asked, signOn: SignOn): Promise<FastifyReply> {
  const session = await desk.sessionOf(request)
  if (!session?.actor || session.accountId !== flow.accountId) return goOn(reply, flow, 'stale')
  const bound = await bindOwnSignOn(desk.context, { session, signOn, now: desk.now() })
  if (!bound.ok) return goOn(reply, flow, bound.refusal.code)
  setToken(reply, bound.value.token, desk.context.config)
  return goOn(reply, flow, 'bound')
}
