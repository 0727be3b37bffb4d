import { useState } from 'react'
import type { z } from 'zod'
import type { ActionContract } from '../../../../kernel/contract.ts'
import type { Result } from '../../../../kernel/result.ts'
import { type ActionOptions, type ActionState, useAction } from '../../../../ui/api/use-action.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { FieldIssue } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { fieldName, issueAt, issuesOfParse, issueWords } from './field-issues.ts'

/** A form of the registry. What was typed stays after a refusal, a problem or a sign-in. */
export interface FileForm<V, T, R> extends ActionState<T, R> {
  values: Partial<V>
  isTouched: boolean
  /** Forgets the last answer; what was typed stays. */
  reset(): void
  set(change: Partial<V>): void
  /** The sentence beside the field: `person.phone`, `kin.0.name`. */
  errorAt(path: string): string | undefined
  /** Checks by the contract and sends; `change` goes with what was typed. */
  submit(change?: Partial<V>): Promise<Result<T, R> | undefined>
}

/** Faults stand beside their field whoever finds them: the contract before sending, or the server. */
export function useFileForm<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<{ code: string }>>(
  contract: ActionContract<string, I, O, R>,
  { initial, ...options }: ActionOptions<z.output<O>, z.input<I>> & { initial: Partial<z.input<I>> },
): FileForm<z.input<I>, z.output<O>, z.output<R>> {
  const text = useText(registryMessages)
  const action = useAction(contract, options)
  const [values, setValues] = useState(initial)
  const [isTouched, setTouched] = useState(false)
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])

  const submit = async (change: Partial<z.input<I>> = {}) => {
    const input = { ...values, ...change }
    const read = contract.input.safeParse(input)
    setIssues(read.success ? [] : issuesOfParse(read.error.issues))
    if (!read.success) return undefined
    const result = await action.send(input as z.input<I>)
    if (result?.ok) setTouched(false)
    else if (result && isInvalid(result.refusal)) setIssues(result.refusal.issues)
    return result
  }
  const set = (change: Partial<z.input<I>>) => {
    setValues((before) => ({ ...before, ...change }))
    setTouched(true)
    const changed = changedFields(values, change)
    setIssues((before) => before.filter(({ field }) => !changed.has(fieldName(field))))
  }
  const errorAt = (path: string) => {
    const issue = issueAt(issues, path)
    return issue && issueWords(issue, text)
  }
  return { ...action, values, isTouched, set, errorAt, submit }
}

const isInvalid = (refusal: object): refusal is { code: 'invalid-fields'; issues: FieldIssue[] } =>
  'code' in refusal && refusal.code === 'invalid-fields' && 'issues' in refusal

/** The names of all fields whose value is another one now; their fault is no longer about what stands there. */
function changedFields(before: unknown, change: object, head = ''): Set<string> {
  const found = new Set<string>()
  for (const [name, value] of Object.entries(change)) {
    const old = typeof before === 'object' && before !== null ? (before as Record<string, unknown>)[name] : undefined
    if (Object.is(old, value)) continue
    found.add(fieldName(head + name))
    if (typeof value === 'object' && value !== null) for (const deeper of changedFields(old, value, `${head}${name}.`)) found.add(deeper)
  }
  return found
}
