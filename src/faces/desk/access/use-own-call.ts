import { useState } from 'react'
import type { Result } from '../../../kernel/result.ts'
import type { SessionRefusal } from '../../../platform/access/session-contract.ts'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'

interface CallState {
  sending: boolean
  refusal?: SessionRefusal
  problem?: Problem
}

/** One call at a time to a route of the session, and what became of it. */
export function useOwnCall() {
  const [state, setState] = useState<CallState>({ sending: false })
  async function run<T>(call: () => Promise<Result<T, SessionRefusal>>): Promise<T | undefined> {
    if (state.sending) return undefined
    setState({ sending: true })
    try {
      const result = await call()
      setState(result.ok ? { sending: false } : { sending: false, refusal: result.refusal })
      return result.ok ? result.value : undefined
    } catch (error) {
      setState({ sending: false, problem: problemOf(error) })
      return undefined
    }
  }
  return { ...state, run }
}
