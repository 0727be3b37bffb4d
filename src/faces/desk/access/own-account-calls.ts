import type { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import {
  ConfirmTotpAnswer,
  EnrolTotpAnswer,
  Refused,
  SessionAnswer,
  type SessionRefusal,
} from '../../../platform/access/session-contract.ts'
import { inPagesName } from '../../../ui/api/page-account.ts'
import { problemError } from '../../../ui/api/problem.ts'
import { readAnswer } from '../../../ui/api/read-answer.ts'

/** Sends to a route of the session. A refusal is an answer; a fault or a lost network throws (`ProblemError`). */
async function post<O extends z.ZodType>(path: string, body: object, output: O): Promise<Result<z.output<O>, SessionRefusal>> {
  const headers = { 'content-type': 'application/json', ...inPagesName() }
  const response = await fetch(`/api/session/${path}`, { method: 'POST', headers, body: JSON.stringify(body), cache: 'no-store' }).catch(
    () => undefined,
  )
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
