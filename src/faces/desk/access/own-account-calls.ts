import type { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import {
  BeginSignOnAnswer,
  ConfirmTotpAnswer,
  EnrolTotpAnswer,
  OwnSignOn,
  Refused,
  SessionAnswer,
  type SessionRefusal,
} from '../../../platform/access/session-contract.ts'
import { inPagesName } from '../../../ui/api/page-account.ts'
import { problemError } from '../../../ui/api/problem.ts'
import { readAnswer } from '../../../ui/api/read-answer.ts'

/** Sends to a route of the session. A refusal is an answer; a fault or a lost network throws (`ProblemError`). */
const post = <O extends z.ZodType>(path: string, body: object, output: O) => send({ method: 'POST', path, body }, output)

async function send<O extends z.ZodType>(
  { method, path, body }: { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: object },
  output: O,
): Promise<Result<z.output<O>, SessionRefusal>> {
  const headers = { 'content-type': 'application/json', ...inPagesName() }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`/api/session/${path}`, { method, headers, ...content, cache: 'no-store' }).catch(() => undefined)
  if (!response) throw problemError({ code: 'unreachable' })
  const answer: unknown = await response.json().catch(() => undefined)
  const value = output.safeParse(answer)
  if (response.ok && value.success) return ok(value.data)
  const refused = Refused.safeParse(answer)
  if (refused.success) return refuse(refused.data.refusal)
  const read = readAnswer(response.status, answer)
  throw problemError(read.kind === 'problem' ? read.problem : { code: 'unreadable' })
}

export const changePassword = (current: string, next: string) => post('password', { current, next }, SessionAnswer)

/** Begins to set up an authenticator; `code` of the old one where there is one. */
export const enrolTotp = (code?: string) => post('totp/enrol', code === undefined ? {} : { code }, EnrolTotpAnswer)

export const confirmTotp = (code: string) => post('totp/confirm', { code }, ConfirmTotpAnswer)

/** Since when the account is bound to single sign-on; null where it is not. */
export const seeSignOn = () => send({ method: 'GET', path: 'sign-on' }, OwnSignOn)

/** Where to send the browser, so that who signs in there is bound to this account. */
export const beginBinding = (password: string) => post('sign-on', { to: 'bind', password }, BeginSignOnAnswer)

export const unbindSignOn = () => send({ method: 'DELETE', path: 'sign-on' }, SessionAnswer)
