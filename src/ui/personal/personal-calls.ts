import { ok, type Result, refuse } from '../../kernel/result.ts'
import { reportConnection } from '../api/connection.ts'
import { type Problem, problemError } from '../api/problem.ts'
import { readAnswer } from '../api/read-answer.ts'
import type { AskedCode, PersonalRefusal, PersonalSession } from './personal-session.ts'
import { readAskedCode, readPersonalRefusal, readPersonalSession } from './read-personal.ts'

export type PersonalAnswer<T = PersonalSession> = Promise<Result<T, PersonalRefusal>>

/** Asks who has signed in by phone. Nobody is an answer too; only silence and nonsense throw (`ProblemError`). */
export async function seePersonalSession(): Promise<PersonalSession> {
  const response = await reach('GET', '/api/me/session')
  const session = readPersonalSession(response.body)
  if (session) return session
  throw problemError(problemIn(response))
}

/** Has a code of six digits sent to a phone. */
export const askCode = (phone: string): PersonalAnswer<AskedCode> => call('POST', '/api/me/code', { body: { phone }, read: readAskedCode })

/** Signs in with the code that came by message. */
export const signInByCode = (phone: string, code: string): PersonalAnswer =>
  call('POST', '/api/me/session', { body: { phone, code }, read: readPersonalSession })

/** Binds the phone to a file: the id number, and the code of eight digits that the station has given out. */
export const bindFile = (citizenId: string, code: string): PersonalAnswer =>
  call('POST', '/api/me/bind', { body: { citizenId, code }, read: readPersonalSession })

/** Opens another of the files that are bound to this phone. */
export const openFile = (personId: string): PersonalAnswer =>
  call('POST', '/api/me/open', { body: { personId }, read: readPersonalSession })

/** Signs out on this phone. */
export async function signOutHere(): Promise<void> {
  const response = await reach('DELETE', '/api/me/session', {})
  if (response.status >= 400 && response.status !== 401) throw problemError(problemIn(response))
}

async function call<T>(
  method: string,
  path: string,
  { body, read }: { body: unknown; read: (body: unknown) => T | undefined },
): PersonalAnswer<T> {
  const response = await reach(method, path, body)
  const value = response.status === 200 ? read(response.body) : undefined
  if (value !== undefined) return ok(value)
  const answer = readAnswer(response.status, response.body)
  const refusal = answer.kind === 'refusal' ? readPersonalRefusal(answer.refusal) : undefined
  if (refusal) return refuse(refusal)
  throw problemError(problemIn(response))
}

interface Reached {
  status: number
  body: unknown
}

async function reach(method: string, path: string, body?: unknown): Promise<Reached> {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...content, credentials: 'same-origin', cache: 'no-store' }).catch(() => undefined)
  reportConnection({ lost: response === undefined })
  if (!response) throw problemError({ code: 'unreachable' })
  return { status: response.status, body: await response.json().catch(() => undefined) }
}

function problemIn({ status, body }: Reached): Problem {
  const answer = readAnswer(status, body)
  return answer.kind === 'problem' ? answer.problem : { code: 'unreadable' }
}
