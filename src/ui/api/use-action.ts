import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../kernel/contract.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type ActionKey, keyAfter, newActionKey } from './action-key.ts'
import { countSending } from './connection.ts'
import { deliver } from './deliver.ts'
import { keepOffline, type ToKeep } from './keep-offline.ts'
import type { Issue, Problem } from './problem.ts'
import type { Answer } from './read-answer.ts'
import { viewKey } from './use-view.ts'

export interface ActionOptions<T, I = never> {
  onDone?: (value: T) => void
  /** Names of the views to ask again; every view on the page when left out. */
  invalidates?: readonly string[]
  /**
   * Whom the action is about and what a list shows of it: then, out of the server's reach, it is kept on this device. With
   * pictures that lie on this device it always is: they go out first.
   */
  offline?: (input: I) => Pick<ToKeep, 'subjects' | 'label' | 'photos' | 'replaces'>
  /** It is on the disk, and goes out by itself. */
  onKept?: () => void
}

export interface ActionState<T, R> {
  sending: boolean
  value?: T | undefined
  refusal?: R | undefined
  problem?: Problem | undefined
  /** Out of the server's reach it was kept on this device. */
  kept?: boolean
}

export interface Action<I, T, R> extends ActionState<T, R> {
  /** The faults of the input, to be shown beside their fields. */
  issues: readonly Issue[]
  /** Sends; `undefined` when a problem stood in the way (it is then in `problem`). A second click while sending does nothing. */
  send(input: I): Promise<Result<T, R> | undefined>
  /** Sends once more what was sent last: another try of the very same. */
  again(): void
  reset(): void
}

/**
 * One action of a form. Its key is made when the form is opened, stays through every retry and lost answer, and is new
 * once the outcome is certain.
 */
export function useAction<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<{ code: string }>>(
  contract: ActionContract<string, I, O, R>,
  options: ActionOptions<z.output<O>, z.input<I>> = {},
): Action<z.input<I>, z.output<O>, z.output<R>> {
  type State = ActionState<z.output<O>, z.output<R>>
  const [state, setState] = useState<State>({ sending: false })
  const [key] = useState<{ now: ActionKey; sending: boolean }>(() => ({ now: newActionKey(), sending: false }))
  const client = useQueryClient()
  const latest = useRef(options)
  const sent = useRef<z.input<I>>(undefined)
  latest.current = options

  const send = async (input: z.input<I>) => {
    if (key.sending) return undefined
    key.sending = true
    sent.current = input
    setState({ sending: true })
    countSending(1)
    const about = contract.offline ? latest.current.offline?.(input) : undefined
    const hasPhotosHere = (about?.photos?.length ?? 0) > 0
    const answer = await (hasPhotosHere ? Promise.resolve(unheard) : reach(contract, input, key.now)).finally(() => {
      key.sending = false
      countSending(-1)
    })
    if (
      about &&
      isUnheard(answer) &&
      (await keepOffline({ ...about, id: key.now, action: contract.name, body: input as Record<string, unknown> }))
    ) {
      key.now = newActionKey()
      setState({ sending: false, kept: true })
      latest.current.onKept?.()
      return undefined
    }
    key.now = keyAfter(key.now, answer)
    setState({ sending: false, ...settled(answer) })
    if (answer.kind === 'refusal') return refuse(answer.refusal)
    if (answer.kind === 'problem') return undefined
    const names = latest.current.invalidates
    await Promise.all((names ? names.map((name) => viewKey(name)) : [['see']]).map((queryKey) => client.invalidateQueries({ queryKey })))
    latest.current.onDone?.(answer.value)
    return ok(answer.value)
  }
  const issues = state.problem?.code === 'invalid-input' ? state.problem.issues : []
  const again = () => sent.current !== undefined && void send(sent.current)
  return { ...state, issues, send, again, reset: () => setState({ sending: false }) }
}

const unheard = { kind: 'problem', problem: { code: 'unreachable' } } as const

const isUnheard = (answer: { kind: string; problem?: Problem }): boolean =>
  answer.kind === 'problem' && answer.problem?.code === 'unreachable'

/** Where the browser knows that there is no network, nobody waits for it. */
const reach: typeof act = async (contract, input, key) =>
  contract.offline && !navigator.onLine ? unheard : await act(contract, input, key)

/** Sends an action once and reads its answer by the contract. */
export async function act<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<{ code: string }>>(
  contract: ActionContract<string, I, O, R>,
  input: z.input<I>,
  key: ActionKey,
): Promise<Answer<z.output<O>, z.output<R>>> {
  const answer = await deliver({ path: `/api/do/${contract.name}`, body: input, key })
  if (answer.kind === 'problem') return answer
  if (answer.kind === 'refusal') {
    const refusal = contract.refusal.safeParse(answer.refusal)
    return refusal.success ? { kind: 'refusal', refusal: refusal.data } : { kind: 'problem', problem: { code: 'unreadable' } }
  }
  const value = contract.output.safeParse(answer.value)
  return value.success ? { kind: 'value', value: value.data } : { kind: 'problem', problem: { code: 'unreadable' } }
}

function settled<T, R>(answer: Answer<T, R>): Omit<ActionState<T, R>, 'sending'> {
  if (answer.kind === 'value') return { value: answer.value }
  return answer.kind === 'refusal' ? { refusal: answer.refusal } : { problem: answer.problem }
}
