import { useState } from 'react'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'
import { askCode, signInByCode } from '../../../ui/personal/personal-calls.ts'
import type { AskedCode, PersonalRefusal, PersonalSession } from '../../../ui/personal/personal-session.ts'
import { createStore, useStore } from '../../../ui/state/store.ts'

/** A phone that a code was sent to, and when another may be. In memory alone: no number stays in the browser. */
export interface Sent extends AskedCode {
  phone: string
  againAt: number
}

/** Between the page of the number and the page of the code. */
const sent = createStore<Sent | undefined>(undefined)

export const useSent = (): Sent | undefined => useStore(sent)

export interface CodeState {
  sending: boolean
  refusal?: PersonalRefusal | undefined
  problem?: Problem | undefined
}

/** Has a code sent, and signs in with it. */
export function usePhoneCode(onSignedIn: (session: PersonalSession) => void) {
  const [state, setState] = useState<CodeState>({ sending: false })
  const attempt = async (work: () => Promise<CodeState | undefined>): Promise<void> => {
    if (state.sending) return
    setState({ sending: true })
    const outcome = await work().catch((error: unknown) => ({ sending: false, problem: problemOf(error) }))
    setState(outcome ?? { sending: false })
  }
  const ask = async (phone: string): Promise<Sent | undefined> => {
    let asked: Sent | undefined
    await attempt(async () => {
      const answer = await askCode(phone)
      if (!answer.ok) return { sending: false, refusal: answer.refusal }
      asked = { ...answer.value, phone, againAt: Date.now() + answer.value.waitSeconds * 1_000 }
      sent.set(asked)
      return undefined
    })
    return asked
  }
  const enter = (phone: string, code: string) =>
    attempt(async () => {
      const answer = await signInByCode(phone, code)
      if (!answer.ok) return { sending: false, refusal: answer.refusal }
      sent.set(undefined)
      onSignedIn(answer.value)
      return undefined
    })
  return { state, ask, enter }
}
