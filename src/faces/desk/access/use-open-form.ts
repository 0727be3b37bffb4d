import { useState } from 'react'
import type { z } from 'zod'
import { openAccount } from '../../../platform/access/contract.ts'
import type { Issue } from '../../../ui/api/problem.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { issueSentence } from '../../../ui/text/problem-sentence.ts'
import { useText } from '../../../ui/text/use-text.ts'

type Fields = Partial<z.input<typeof openAccount.input>>

/** The form of a new account: the contract checks before anything is sent, and each fault stands beside its field. */
export function useOpenForm(initial: Fields) {
  const text = useText()
  const action = useAction(openAccount)
  const [values, setValues] = useState(initial)
  const [isTouched, setTouched] = useState(false)
  const [own, setOwn] = useState<readonly Issue[]>([])
  const set = (change: Fields) => {
    setValues((before) => ({ ...before, ...change }))
    setTouched(true)
    setOwn((before) => before.filter(({ path }) => !(String(path[0]) in change)))
  }
  const submit = () => {
    const read = openAccount.input.safeParse(values)
    setOwn(read.success ? [] : read.error.issues.map(({ path, code, message }) => ({ path: path.map(String), code, message })))
    if (read.success) void action.send(values as z.input<typeof openAccount.input>)
  }
  const errorAt = (field: keyof Fields) => {
    const issue = [...own, ...action.issues].find(({ path }) => path.join('.') === field)
    return issue && issueSentence(issue, text)
  }
  return { ...action, values, isTouched, set, submit, errorAt }
}
