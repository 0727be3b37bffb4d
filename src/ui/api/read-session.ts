import type { DemoAccount, Session, SessionAccount, SignInRefusal } from './session.ts'

/*
 * The first thing every page asks is who is signed in. The contract says what the answer is, and its types bind what stands
 * here; its schemas would bring the whole of zod before the first page of a phone, so these few fields are read by hand.
 */

type Kind<T> = T extends string ? 'text' : T extends boolean ? 'flag' : T extends readonly string[] ? 'texts' : 'places'
type Kinds<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: Kind<T[K]> }

const ACCOUNT: Kinds<SessionAccount> = {
  id: 'text',
  name: 'text',
  login: 'text',
  unitCode: 'text',
  unitName: 'text',
  path: 'places',
  tier: 'text',
  roles: 'texts',
  roleNames: 'texts',
  grants: 'texts',
  needsTotp: 'flag',
  hasTotp: 'flag',
  mustChangePassword: 'flag',
  idleEndsAt: 'text',
  endsAt: 'text',
}

const DEMO_ACCOUNT: Kinds<DemoAccount> = { login: 'text', password: 'text', name: 'text', roleName: 'text', placeName: 'text' }

const NONE = { name: '' }

const REFUSALS: Readonly<Record<SignInRefusal['code'], true>> = {
  'wrong-credentials': true,
  'code-needed': true,
  'code-wrong': true,
  'too-many-tries': true,
}

/** The answer of `GET /api/session`; undefined where it is not what the contract promises. */
export function readSession(body: unknown): Session | undefined {
  if (!isObject(body) || typeof body['time'] !== 'string') return undefined
  const { account, demoAccounts = [], singleSignOn = NONE } = body
  if (account !== null && !holds(account, ACCOUNT)) return undefined
  if (!Array.isArray(demoAccounts) || !demoAccounts.every((one) => holds(one, DEMO_ACCOUNT))) return undefined
  if (!holds(singleSignOn, { name: 'text' })) return undefined
  return body as unknown as Session
}

/** The account in the answer of a sign-in. */
export function readSignedIn(body: unknown): SessionAccount | undefined {
  const account = isObject(body) ? body['account'] : undefined
  return holds(account, ACCOUNT) ? (account as unknown as SessionAccount) : undefined
}

/** Why a sign-in was refused. */
export function readSignInRefusal(refusal: unknown): SignInRefusal | undefined {
  if (!isObject(refusal) || typeof refusal['code'] !== 'string' || !Object.hasOwn(REFUSALS, refusal['code'])) return undefined
  const wait = refusal['waitSeconds']
  return { code: refusal['code'] as SignInRefusal['code'], ...(typeof wait === 'number' ? { waitSeconds: wait } : {}) }
}

function holds(thing: unknown, kinds: Readonly<Record<string, string>>): boolean {
  return isObject(thing) && Object.entries(kinds).every(([name, kind]) => isOf(kind, thing[name]))
}

function isOf(kind: string, value: unknown): boolean {
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'flag') return typeof value === 'boolean'
  return Array.isArray(value) && value.every((one) => (kind === 'texts' ? typeof one === 'string' : isPlace(one)))
}

const isObject = (thing: unknown): thing is Record<string, unknown> => typeof thing === 'object' && thing !== null
const isPlace = (thing: unknown): boolean => isObject(thing) && typeof thing['code'] === 'string' && typeof thing['name'] === 'string'
