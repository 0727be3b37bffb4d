import { useState } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../../kernel/contract.ts'
import type { Issue } from '../../../ui/api/problem.ts'
import { type ActionState, useAction } from '../../../ui/api/use-action.ts'
import { issueSentence } from '../../../ui/text/problem-sentence.ts'
import { useText } from '../../../ui/text/use-text.ts'

/** A form about a unit. What was typed stays after a refusal, a problem or a sign-in. */
export interface NetworkForm<V, T, R> extends ActionState<T, R> {
  values: Partial<V>
  isTouched: boolean
  set(change: Partial<V>): void
  /** The sentence beside the field. */
  errorAt(field: keyof V & string): string | undefined
  /** Checks by the contract and sends; `change` goes with what was typed. */
  submit(change?: Partial<V>): void
}

/** The contract checks before anything is sent; whoever finds a fault, it stands beside its field. */
export function useNetworkForm<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<{ code: string }>>(
  contract: ActionContract<string, I, O, R>,
  initial: Partial<z.input<I>>,
  onDone: (value: z.output<O>) => void,
): NetworkForm<z.input<I>, z.output<O>, z.output<R>> {
  const text = useText()
  const action = useAction(contract, { onDone })
  const [values, setValues] = useState(initial)
  const [isTouched, setTouched] = useState(false)
  const [own, setOwn] = useState<readonly Issue[]>([])
  const set = (change: Partial<z.input<I>>) => {
    setValues((before) => ({ ...before, ...change }))
    setTouched(true)
    setOwn((before) => before.filter(({ path }) => !(String(path[0]) in change)))
  }
  const submit = (change: Partial<z.input<I>> = {}) => {
    const input = { ...values, ...change }
    const read = contract.input.safeParse(input)
    setOwn(read.success ? [] : read.error.issues.map(({ path, code, message }) => ({ path: path.map(String), code, message })))
    if (read.success) void action.send(input as z.input<I>)
  }
  const errorAt = (field: string) => {
    const issue = [...own, ...action.issues].find(({ path }) => path[0] === field || path[1] === field)
    return issue && issueSentence(issue, text)
  }
  return { ...action, values, isTouched, set, submit, errorAt }
}
