import * as client from 'openid-client'
import type { ProviderAddress } from './provider-address.ts'

/** What the answer of the provider is held against: it stands in the browser's own sealed cookie and nowhere else. */
export interface Challenge {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** Where the provider sends the browser back to; registered with it. */
  readonly redirectUri: string
}

/** Why the provider vouches for nobody: it cannot be reached, the person said no, or its answer does not fit. */
export type ProviderFault = 'unavailable' | 'declined' | 'failed'

/** Who somebody is to the provider. */
export interface SignOn {
  readonly issuer: string
  readonly subject: string
}

export interface Provider {
  readonly name: string
  /** The page of the provider to send a browser to, and what its answer must fit. `afresh`: whoever sits there must sign in again. */
  begin(redirectUri: string, afresh: boolean): Promise<{ url: string; challenge: Challenge } | ProviderFault>
  /** Redeems what the provider sent the browser back with. Never throws: the reason stands in the log. */
  redeem(challenge: Challenge, query: string): Promise<SignOn | ProviderFault>
}

/** Who waits for an answer of the provider waits in front of a page. */
const TIMEOUT_SECONDS = 6
/** The clocks of two houses are seldom the same. */
const SKEW_SECONDS = 60
const DISCOVERED_FOR_MS = 3_600_000

/**
 * The provider, by OpenID Connect: authorization code with PKCE (S256), state and nonce. Its discovery document is kept for
 * an hour; where it cannot be had it is asked for once more, and then again by the next person.
 */
export function openProvider(address: ProviderAddress, log: (line: string) => void): Provider {
  const discovered = keep(() => discover(address).catch(() => discover(address)))
  const fault = (doing: string, thrown: unknown): ProviderFault => {
    log(`single sign-on, ${doing}: ${reasonOf(thrown)}`)
    return faultOf(thrown)
  }
  return {
    name: address.name,
    begin: async (redirectUri, afresh) => {
      try {
        const config = await discovered()
        const [state, nonce, codeVerifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid',
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(afresh && { prompt: 'login' }),
        })
        return { url: url.href, challenge: { state, nonce, codeVerifier, redirectUri } }
      } catch (thrown) {
        return fault('discovery', thrown)
      }
    },
    redeem: async ({ state, nonce, codeVerifier, redirectUri }, query) => {
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier }
        const tokens = await client.authorizationCodeGrant(await discovered(), new URL(`${redirectUri}?${query}`), checks)
        const subject = tokens.claims()?.sub
        return subject ? { issuer: address.issuer, subject } : 'failed'
      } catch (thrown) {
        return fault('sign-in', thrown)
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderAddress): Promise<client.Configuration> {
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)]
  // What a provider leaves unsaid is Basic (OpenID Connect Discovery 1.0, 3).
  const authenticate: client.ClientAuth = (server, ...request) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true)
      ? basic(server, ...request)
      : post(server, ...request)
  const isOwnMachine = issuer.startsWith('http:')
  return client.discovery(new URL(issuer), clientId, { [client.clockTolerance]: SKEW_SECONDS }, authenticate, {
    timeout: TIMEOUT_SECONDS,
    // Who somebody is stands on the signature, and not only that of the line it came over.
    execute: [client.enableNonRepudiationChecks, ...(isOwnMachine ? [client.allowInsecureRequests] : [])],
  })
}

/** Keeps what was had for an hour; what could not be had is not kept. Two who ask at once wait for one answer. */
function keep<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | undefined
  return () => {
    if (kept && performance.now() < kept.until) return kept.value
    const value = ask()
    const mine = { value, until: performance.now() + DISCOVERED_FOR_MS }
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = undefined
    })
    return value
  }
}

function faultOf(thrown: unknown): ProviderFault {
  if (thrown instanceof client.AuthorizationResponseError) {
    return thrown.error === 'temporarily_unavailable' || thrown.error === 'server_error' ? 'unavailable' : 'declined'
  }
  if (thrown instanceof client.ResponseBodyError) return thrown.status >= 500 ? 'unavailable' : 'failed'
  const isSilent = thrown instanceof TypeError || (thrown instanceof client.ClientError && UNREACHED.has(thrown.code ?? ''))
  return isSilent ? 'unavailable' : 'failed'
}

/** No answer, one that took too long, or a page of a proxy in place of the provider's. */
const UNREACHED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

/** For the log: what the provider called it and why; never a code, a token or a subject. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof client.AuthorizationResponseError || thrown instanceof client.ResponseBodyError) return thrown.error
  if (!(thrown instanceof Error)) return 'unknown'
  const { cause } = thrown
  return cause instanceof Error ? `${thrown.message} (${cause.message})` : thrown.message
}
