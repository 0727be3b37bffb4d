import type { ReactNode } from 'react'
import type { ActionState } from '../../../ui/api/use-action.ts'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { handOverMessages } from './hand-over/messages-hand-over.ts'
import { formMessages } from './messages-forms.ts'
import { type NetworkRefusal, refusalSentence } from './refusal-sentence.ts'

interface FormDrawerProps {
  title: string
  /** What will follow, said before it is done. */
  words?: string
  form: ActionState<unknown, NetworkRefusal> & { isTouched: boolean }
  saveLabel: string
  blocked?: string | undefined
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** One change of a unit or its posts: what went wrong on top, then the fields. */
export function FormDrawer({ form, words, children, ...entry }: FormDrawerProps) {
  const text = useText(formMessages)
  const ofHandOver = useText(handOverMessages)
  return (
    <ActionDrawer
      action={form}
      refused={form.refusal && refusalSentence(form.refusal, text, ofHandOver)}
      isTouched={form.isTouched}
      {...entry}
    >
      {words !== undefined && <p className="form-words">{words}</p>}
      {children}
    </ActionDrawer>
  )
}
