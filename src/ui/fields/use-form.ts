import { useState } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../kernel/contract.ts'
import type { Result } from '../../kernel/result.ts'
import { type Issue, issuesAt } from '../api/problem.ts'
import { type ActionOptions, type ActionState, useAction } from '../api/use-action.ts'
import { issueSentence } from '../text/problem-sentence.ts'
import { useText } from '../text/use-text.ts'

export interface Form<V, T, R> extends ActionState<T, R> {
  values: V
  /** Has anything been typed since it was opened or last saved? */
  isTouched: boolean
  set(change: Partial<V>): void
  /** The sentence beside the field at this dotted path. */
  errorAt(path: string): string | undefined
  /** Checks by the contract, sends, and on success empties the form. */
  submit(): Promise<Result<T, R> | undefined>
}

export interface FormOptions<V, T> extends ActionOptions<T> {
  initial: V
}

/**
 * A form of one action. The contract checks before anything is sent; what the server finds beyond that stands beside
 * the same fields. What was typed stays after a refusal, a problem or a sign-in.
 */
export function useForm<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<{ code: string }>>(
  contract: ActionContract<string, I, O, R>,
  { initial, ...options }: FormOptions<Partial<z.input<I>>, z.output<O>>,
): Form<Partial<z.input<I>>, z.output<O>, z.output<R>> {
  const text = useText()
  const action = useAction(contract, options)
  const [values, setValues] = useState(initial)
  const [isTouched, setTouched] = useState(false)
  const [own, setOwn] = useState<Issue[]>([])
  const issues = own.length > 0 ? own : action.issues

  const submit = async () => {
    const read = contract.input.safeParse(values)
    if (!read.success) {
      setOwn(
        read.error.issues.map(({ path, code, message }) => ({
          path: path.map((step) => (typeof step === 'number' ? step : String(step))),
          code: code ?? '',
          message,
        })),
      )
      return undefined
    }
    setOwn([])
    const result = await action.send(values as z.input<I>)
    if (result?.ok) {
      setValues(initial)
      setTouched(false)
    }
    return result
  }
  const set = (change: Partial<Partial<z.input<I>>>) => {
    setValues((before) => ({ ...before, ...change }))
    setTouched(true)
    setOwn((before) => before.filter((issue) => !(String(issue.path[0]) in change)))
  }
  const errorAt = (path: string) => {
    const issue = issuesAt(issues, path)[0]
    return issue && issueSentence(issue, text)
  }
  return { ...action, values, isTouched, set, errorAt, submit }
}
