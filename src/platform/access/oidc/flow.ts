import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AccountId } from '../../../kernel/id.ts'
import type { SecretBox } from '../access-context.ts'

/** A single sign-on that one browser is in the middle of. */
export const Flow = z.discriminatedUnion('stage', [
  /** Sent to the provider: what its answer must fit. With `accountId` to bind who comes back to that account. */
  z.object({
    stage: z.literal('asked'),
    at: z.iso.datetime(),
    challenge: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), redirectUri: z.string() }),
    to: z.string(),
    accountId: AccountId.optional(),
  }),
  /** Come back, vouched for; what is missing is the account's second factor. */
  z.object({
    stage: z.literal('vouched'),
    at: z.iso.datetime(),
    signOn: z.object({ issuer: z.string(), subject: z.string() }),
  }),
])
export type Flow = z.infer<typeof Flow>
type Stage = Flow['stage']

/** So long may somebody sit before the provider's page, or look for the phone with the codes. */
const FLOW_SECONDS = 600

const COLUMN = 'access.oidc.flow'
const nameOf = (secure: boolean): string => (secure ? '__Host-guidui-sso' : 'guidui-sso')
// Lax: the provider sends the browser back from another site.
const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

interface Kept {
  readonly secrets: SecretBox
  readonly config: { readonly secure: boolean }
}

/** Keeps the flow in the browser, sealed: nobody reads it or makes one, and no other browser has it. */
export function setFlow(reply: FastifyReply, { secrets, config: { secure } }: Kept, flow: Flow): void {
  const sealed = secrets.encrypt(COLUMN, flow.stage, JSON.stringify(flow)).toString('base64url')
  reply.setCookie(nameOf(secure), sealed, { ...attributes(secure), maxAge: FLOW_SECONDS })
}

export const clearFlow = (reply: FastifyReply, { config: { secure } }: Kept): FastifyReply =>
  reply.clearCookie(nameOf(secure), attributes(secure))

/** The flow of a browser at this stage; undefined where there is none, it is not ours, or it took too long. */
export function findFlow<S extends Stage>(
  request: FastifyRequest,
  { secrets, config: { secure } }: Kept,
  asked: { stage: S; now: Date },
): Extract<Flow, { stage: S }> | undefined {
  const sealed = request.cookies[nameOf(secure)]
  if (!sealed) return undefined
  const flow = Flow.safeParse(opened(secrets, asked.stage, sealed))
  const isIt = (found: Flow): found is Extract<Flow, { stage: S }> => found.stage === asked.stage
  if (!flow.success || !isIt(flow.data)) return undefined
  const age = asked.now.getTime() - Date.parse(flow.data.at)
  return age >= 0 && age <= FLOW_SECONDS * 1000 ? flow.data : undefined
}

/** What does not open was not sealed here, or for another stage. */
function opened(secrets: SecretBox, stage: Stage, sealed: string): unknown {
  try {
    return JSON.parse(secrets.decrypt(COLUMN, stage, Buffer.from(sealed, 'base64url')))
  } catch {
    return undefined
  }
}
