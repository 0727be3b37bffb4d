import { ok, type Result, refuse } from '../../kernel/result.ts'
import { problemError } from './problem.ts'
import { readAnswer } from './read-answer.ts'
import { readSignedIn, readSignInRefusal } from './read-session.ts'
import type { SessionAccount, SignInRefusal } from './session.ts'
import { problemIn, reach } from './session-calls.ts'

const PATH = '/api/session/sign-on'

/** Where to send the browser to sign in by the provider, and then back to `page`. Undefined where the provider cannot be reached. */
export async function beginSignOn(page: string): Promise<string | undefined> {
  const response = await reach('POST', PATH, { to: 'sign-in', page })
  const url = (response.body as { url?: unknown } | undefined)?.url
  if (response.status === 200 && typeof url === 'string') return url
  if (codeIn(response) === 'provider-unavailable') return undefined
  throw problemError(problemIn(response))
}

/** Shows the one-time code that is still missing after single sign-on. */
export async function showSignOnCode(code: string): Promise<Result<SessionAccount, SignInRefusal | { code: 'sign-on-over' }>> {
  const response = await reach('POST', `${PATH}/code`, { code })
  const account = response.status === 200 ? readSignedIn(response.body) : undefined
  if (account) return ok(account)
  if (codeIn(response) === 'sign-on-over') return refuse({ code: 'sign-on-over' })
  const answer = readAnswer(response.status, response.body)
  const refusal = answer.kind === 'refusal' ? readSignInRefusal(answer.refusal) : undefined
  if (refusal) return refuse(refusal)
  throw problemError(problemIn(response))
}

function codeIn({ status, body }: { status: number; body: unknown }): unknown {
  const answer = readAnswer(status, body)
  return answer.kind === 'refusal' ? (answer.refusal as { code?: unknown }).code : undefined
}
