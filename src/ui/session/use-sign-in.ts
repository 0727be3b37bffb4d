import { useState } from 'react'
import { type Problem, problemOf } from '../api/problem.ts'
import type { SessionAccount, SignInRefusal } from '../api/session.ts'
import { signIn } from '../api/session-calls.ts'

export interface SignInState {
  login: string
  password: string
  code: string
  /** Set once the server has asked for a one-time code. */
  wantsCode: boolean
  sending: boolean
  isTried: boolean
  refusal?: SignInRefusal | undefined
  problem?: Problem | undefined
}

const fresh: SignInState = { login: '', password: '', code: '', wantsCode: false, sending: false, isTried: false }

/** The fields of the sign-in and what became of the last try. A login that is known is filled in, and may be typed over. */
export function useSignIn(onSignedIn: (account: SessionAccount) => void, known = '') {
  const [state, setState] = useState({ ...fresh, login: known })
  const change = (part: Partial<SignInState>) => setState((before) => ({ ...before, ...part }))

  const enter = async (login: string, password: string, code?: string) => {
    change({ login, password, isTried: true, refusal: undefined, problem: undefined })
    if (login.trim() === '' || password === '' || state.sending) return
    change({ sending: true })
    try {
      const result = await signIn({ login: login.trim(), password, ...(code === undefined || code === '' ? {} : { code: code.trim() }) })
      if (result.ok) onSignedIn(result.value)
      else change({ refusal: result.refusal, wantsCode: state.wantsCode || result.refusal.code.startsWith('code-') })
    } catch (error) {
      change({ problem: problemOf(error) })
    } finally {
      change({ sending: false })
    }
  }
  return { state, change, enter }
}
