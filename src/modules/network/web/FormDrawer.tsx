import type { ReactNode } from 'react'
import type { ActionState } from '../../../ui/api/use-action.ts'
import { QuickEntry } from '../../../ui/layout/QuickEntry.tsx'
import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
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
  return (
    <QuickEntry open saving={form.sending} isTouched={form.isTouched} {...entry}>
      {form.problem && <ErrorState problem={form.problem} slim />}
      {form.refusal && <Alarm title={refusalSentence(form.refusal, text)} />}
      {words !== undefined && <p className="form-words">{words}</p>}
      {children}
    </QuickEntry>
  )
}
