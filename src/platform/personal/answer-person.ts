import type { FastifyReply, FastifyRequest } from 'fastify'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import type { Actor } from '../access/actor.ts'
import { isActivity } from '../access/request-actor.ts'
import type { BoundFile, PersonalRefusal, PersonalSession as SessionAnswer } from './contract.ts'
import type { PersonalContext } from './personal-context.ts'
import { actorOf, findPersonalSession, type PersonalSession } from './personal-sessions.ts'

const nameOf = (secure: boolean): string => (secure ? '__Host-guidui-me' : 'guidui-me')
const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

export const tokenOf = ({ cookies }: FastifyRequest, { config }: PersonalContext): string | undefined => cookies[nameOf(config.secure)]

export const setToken = (reply: FastifyReply, token: string, { config }: PersonalContext): FastifyReply =>
  reply.setCookie(nameOf(config.secure), token, attributes(config.secure))

export const clearToken = (reply: FastifyReply, { config }: PersonalContext): FastifyReply =>
  reply.clearCookie(nameOf(config.secure), attributes(config.secure))

export const sessionOf = (context: PersonalContext, request: FastifyRequest): Promise<PersonalSession | undefined> =>
  findPersonalSession(context, tokenOf(request, context), { now: new Date(context.clock.now()), isActivity: isActivity(request) })

/** How the spine learns which person asks on /me. */
export const findRequestPerson =
  (context: PersonalContext) =>
  async (request: FastifyRequest): Promise<Actor | undefined> => {
    const session = await sessionOf(context, request)
    return session && (await actorOf(context, session))
  }

/** Who is signed in on /me and which files may be opened. */
export async function answerFor(context: PersonalContext, session: PersonalSession | undefined): Promise<SessionAnswer> {
  const time = context.clock.now()
  if (!session) {
    const demoPeople = await context.listDemoPeople?.()
    return { account: null, ...(demoPeople && { demoPeople: [...demoPeople] }), time }
  }
  const files = await Promise.all(session.files.map((file) => shown(context, file)))
  const living = files.filter(({ untilOn }) => untilOn === null || untilOn >= context.clock.today())
  const isOpen = living.some(({ personId, name }) => personId === session.personId && name !== null)
  const { phone, personId, endsAt } = session
  return { account: { phoneMasked: maskPhone(phone), files: living, personId: isOpen ? personId : null, endsAt }, time }
}

async function shown(context: PersonalContext, { personId, as, untilOn, kinds }: PersonalSession['files'][number]): Promise<BoundFile> {
  const home = await context.findHome(personId)
  const name = home?.isAlive ? (as === 'self' ? home.name : maskName(home.name)) : null
  return { personId, as, untilOn, kinds: kinds && [...kinds], name }
}

const STATUS = {
  'code-wrong': 401,
  'code-run-out': 401,
  'not-signed-in': 401,
  'too-many-tries': 429,
  'message-not-sent': 503,
  'no-such-door': 422,
  'file-not-yours': 404,
} as const satisfies Record<PersonalRefusal['code'], number>

export function sendRefusal(reply: FastifyReply, refusal: PersonalRefusal): FastifyReply {
  if (refusal.code === 'too-many-tries') reply.header('retry-after', refusal.waitSeconds)
  return reply.code(STATUS[refusal.code]).send({ refusal })
}
