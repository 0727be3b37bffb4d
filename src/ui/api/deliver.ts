import type { ActionKey } from './action-key.ts'
import { reportConnection } from './connection.ts'
import { offlineAnswer } from './offline-answers.ts'
import { inPagesName } from './page-account.ts'
import type { Problem } from './problem.ts'
import { type Answer, type Coded, readAnswer } from './read-answer.ts'
import { untilSignedIn } from './sign-in-gate.ts'

export interface Letter {
  path: string
  body: unknown
  key?: ActionKey
  signal?: AbortSignal
  /** Asked by a clock, not by a hand: it keeps nobody signed in. */
  background?: boolean
}

/** What the loop needs of the world: given in tests, real otherwise. */
export interface Post {
  once(letter: Letter): Promise<Answer<unknown, Coded>>
  pause(milliseconds: number): Promise<void>
  signIn(): Promise<'signed-in' | 'given-up'>
}

const pauses = [400, 1200, 3000, 6000]

/**
 * Sends a letter until the outcome is known. Lost answers and "still running" are tried again after growing pauses, an
 * action always with the same key; without a sign-in it waits for one and then goes out again.
 */
export async function deliver(letter: Letter, post: Post = realPost): Promise<Answer<unknown, Coded>> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await post.once(letter)
    if (answer.kind !== 'problem' || letter.signal?.aborted) return answer
    if (answer.problem.code === 'not-signed-in') {
      if ((await post.signIn()) === 'given-up') return answer
      attempt = -1
      continue
    }
    const pause = pauses[attempt]
    if (pause === undefined || !isPassing(answer.problem)) return answer
    await post.pause(pause)
  }
}

const isPassing = (problem: Problem) => problem.code === 'unreachable' || problem.code === 'still-running'

const realPost: Post = { once, pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), signIn: untilSignedIn }

async function once({ path, body, key, signal, background }: Letter): Promise<Answer<unknown, Coded>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...inPagesName(),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(background ? { 'x-guidui-background': '1' } : {}),
      },
      body: toJson(body),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(signal ? { signal } : {}),
    })
    const answer = readAnswer(response.status, await response.json().catch(() => undefined))
    const isLost = answer.kind === 'problem' && answer.problem.code === 'unreachable'
    reportConnection({ lost: isLost })
    return isLost ? await known(path, body) : answer
  } catch (error) {
    if (signal?.aborted) throw error
    reportConnection({ lost: true })
    return await known(path, body)
  }
}

/** Without the server: what this device took along, or nothing. */
async function known(path: string, body: unknown): Promise<Answer<unknown, Coded>> {
  const value = await offlineAnswer(path, body)
  return value === undefined ? { kind: 'problem', problem: { code: 'unreachable' } } : { kind: 'value', value }
}

/** Fen are bigint; on the wire they are digits in a string. */
export const toJson = (body: unknown): string =>
  JSON.stringify(body ?? {}, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
