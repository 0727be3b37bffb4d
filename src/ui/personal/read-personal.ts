import type { AskedCode, PersonalRefusal, PersonalSession } from './personal-session.ts'

/*
 * As with the session of the desk: the contract's types bind what stands here, its schemas would bring the whole of zod
 * before the first page of a phone, so these few fields are read by hand.
 */

const REFUSALS: Readonly<Record<PersonalRefusal['code'], true>> = {
  'code-wrong': true,
  'code-run-out': true,
  'too-many-tries': true,
  'message-not-sent': true,
  'not-signed-in': true,
  'no-such-door': true,
  'file-not-yours': true,
}

/** The answer of `GET /api/me/session` and of all that changes it; undefined where it is not what the contract promises. */
export function readPersonalSession(body: unknown): PersonalSession | undefined {
  if (!isObject(body) || typeof body['time'] !== 'string') return undefined
  const { account, demoPeople = [] } = body
  if (account !== null && !isAccount(account)) return undefined
  if (!Array.isArray(demoPeople) || !demoPeople.every(isDemoPerson)) return undefined
  return body as unknown as PersonalSession
}

/** What asking for a code was answered with. */
export function readAskedCode(body: unknown): AskedCode | undefined {
  if (!isObject(body) || typeof body['waitSeconds'] !== 'number' || typeof body['validMinutes'] !== 'number') return undefined
  return body as unknown as AskedCode
}

/** Why the door stayed shut. */
export function readPersonalRefusal(refusal: unknown): PersonalRefusal | undefined {
  if (!isObject(refusal) || typeof refusal['code'] !== 'string' || !Object.hasOwn(REFUSALS, refusal['code'])) return undefined
  const wait = refusal['waitSeconds']
  return { code: refusal['code'] as PersonalRefusal['code'], ...(typeof wait === 'number' ? { waitSeconds: wait } : {}) }
}

function isAccount(thing: unknown): boolean {
  if (!isObject(thing) || typeof thing['phoneMasked'] !== 'string' || typeof thing['endsAt'] !== 'string') return false
  const { files, personId } = thing
  return (personId === null || typeof personId === 'string') && Array.isArray(files) && files.every(isFile)
}

const isFile = (thing: unknown): boolean =>
  isObject(thing) &&
  typeof thing['personId'] === 'string' &&
  (thing['as'] === 'self' || thing['as'] === 'agent') &&
  (thing['untilOn'] === null || typeof thing['untilOn'] === 'string') &&
  (thing['name'] === null || typeof thing['name'] === 'string')

const isDemoPerson = (thing: unknown): boolean =>
  isObject(thing) && typeof thing['phone'] === 'string' && typeof thing['words'] === 'string'

const isObject = (thing: unknown): thing is Record<string, unknown> => typeof thing === 'object' && thing !== null
