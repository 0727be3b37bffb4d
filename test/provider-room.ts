import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

const CLIENT = 'guidui'
/** Every sign that an address must spell otherwise. */
const SECRET = 's@cret/of:the?house'

/** A real provider of single sign-on on this machine: whoever comes says on its page who they are, or that they will not. */
export async function openProviderRoom(given: { secretBy?: 'client_secret_basic' | 'client_secret_post' } = {}) {
  const { secretBy = 'client_secret_basic' } = given
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(secretBy))
  // Which port the program under test has is known to nobody before.
  Object.defineProperty(provider.Client.prototype, 'redirectUriAllowed', {
    value: (uri: string) => new URL(uri).pathname === '/api/session/sign-on/callback',
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const isOtherwise = request.url === '/token' && (request.headers.authorization === undefined) !== (secretBy === 'client_secret_post')
    // The library takes a secret either way; not every provider does.
    if (isOtherwise) response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}')
    else if (request.url?.startsWith('/enter/')) void greet(provider, request, response)
    else void answer(request, response)
  })
  const setting = `${issuer.replace('//', `//${CLIENT}:${encodeURIComponent(SECRET)}@`)}/?name=${encodeURIComponent('统一身份认证')}`
  return {
    setting,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function configuration(secretBy: 'client_secret_basic' | 'client_secret_post'): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: ['http://localhost/api/session/sign-on/callback'],
        token_endpoint_auth_method: secretBy,
      },
    ],
    clientAuthMethods: [secretBy],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'room' } as never] },
    cookies: { keys: ['a room of tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/enter/${interaction.uid}` },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 600, Session: 600 },
    // Nobody is asked whether they agree: it is one house.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

/** The page of the provider: one field, and a button to leave. */
async function greet(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      '<!doctype html><title>Provider</title><form method="post"><label>Subject <input name="subject"></label><button>Enter</button></form>',
    )
    return
  }
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const subject = new URLSearchParams(Buffer.concat(parts).toString()).get('subject')
  const result = subject ? { login: { accountId: subject } } : { error: 'access_denied' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

/** A browser at the provider: follows the address it was sent to, says who it is, and gives the address it is sent back to. */
export async function visitProvider(url: string, subject: string | undefined): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (at: string, form?: string): Promise<string> => {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form !== undefined && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    return new URL(to, at).href
  }
  const door = await ask(url)
  const resumed = await ask(door, subject === undefined ? '' : new URLSearchParams({ subject }).toString())
  return ask(resumed)
}
