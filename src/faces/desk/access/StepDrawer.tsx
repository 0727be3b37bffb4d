import type { ReactNode } from 'react'
import type { ActionState } from '../../../ui/api/use-action.ts'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { type AccountRefusal, accountRefusal } from './refusal-sentence.ts'
import { useRoleName } from './use-role-name.ts'

interface StepDrawerProps {
  title: string
  /** What will follow, said before it is done. */
  words?: string
  state: ActionState<unknown, AccountRefusal>
  saveLabel: string
  isTouched?: boolean
  blocked?: string | undefined
  promise?: string
  onSave: () => void
  onClose: () => void
  children?: ReactNode
}

/** One thing done to an account: what follows from it, what went wrong, the fields. */
export function StepDrawer({ words, state, children, ...entry }: StepDrawerProps) {
  const text = useText(accessMessages)
  const roleName = useRoleName()
  return (
    <ActionDrawer action={state} refused={state.refusal && accountRefusal(state.refusal, text, roleName)} {...entry}>
      {words !== undefined && <p className="access-note">{words}</p>}
      {children}
    </ActionDrawer>
  )
}
