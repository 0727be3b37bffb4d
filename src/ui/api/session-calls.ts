import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type Problem, problemError } from './problem.ts'
import { readAnswer } from './read-answer.ts'
import { readSession, readSignedIn, readSignInRefusal } from './read-session.ts'
import type { Credentials, Session, SessionAccount, SignInRefusal } from './session.ts'

/** Asks who is signed in. Nobody is an answer too; only silence and nonsense throw (`ProblemError`). */
export async function seeSession(): Promise<Session> {
  const response = await reach('GET', '/api/session')
  const session = readSession(response.body)
  if (session) return session
  throw problemError(problemIn(response))
}

/** Signs in. A wrong password is a refusal; a fault or a lost network throws (`ProblemError`). */
export async function signIn(credentials: Credentials): Promise<Result<SessionAccount, SignInRefusal>> {
  const response = await reach('POST', '/api/session', credentials)
  const account = response.status === 200 ? readSignedIn(response.body) : undefined
  if (account) return ok(account)
  const answer = readAnswer(response.status, response.body)
  const refusal = answer.kind === 'refusal' ? readSignInRefusal(answer.refusal) : undefined
  if (refusal) return refuse(refusal)
  throw problemError(problemIn(response))
}

/** Signs out here, or on every device. */
export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  const response = await reach('DELETE', where === 'here' ? '/api/session' : '/api/session/everywhere', {})
  if (response.status >= 400 && response.status !== 401) throw problemError(problemIn(response))
}

interface Reached {
  status: number
  body: unknown
}

export async function reach(method: string, path: string, body?: unknown): Promise<Reached> {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { method, ...content, credentials: 'same-origin', cache: 'no-store' }).catch(() => undefined)
  if (!response) throw problemError({ code: 'unreachable' })
  return { status: response.status, body: await response.json().catch(() => undefined) }
}

export function problemIn({ status, body }: Reached): Problem {
  const answer = readAnswer(status, body)
  return answer.kind === 'problem' ? answer.problem : { code: 'unreadable' }
}
