import type { ReactNode } from 'react'
import type { ActionState } from '../../../../ui/api/use-action.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { RefusalNote } from '../RefusalNote.tsx'
import type { RegistryRefusal } from '../refusal-sentence.ts'

interface FormDrawerProps {
  title: ReactNode
  form: ActionState<unknown, RegistryRefusal> & { isTouched: boolean }
  onSave: () => void
  onClose: () => void
  saveLabel?: string
  blocked?: string | undefined
  promise?: ReactNode
  /** Stands in the place of the plain sentence, where a refusal has a way on. */
  refusalNote?: ReactNode
  children: ReactNode
}

/** One change of a file in the quick entry: what went wrong on top, then the fields. */
export function FormDrawer({ form, children, refusalNote, ...entry }: FormDrawerProps) {
  return (
    <ActionDrawer
      action={form}
      refused={refusalNote ?? (form.refusal && <RefusalNote refusal={form.refusal} />)}
      isTouched={form.isTouched}
      {...entry}
    >
      {children}
    </ActionDrawer>
  )
}
