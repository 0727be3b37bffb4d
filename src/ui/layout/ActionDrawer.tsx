import type { ReactNode } from 'react'
import type { ActionState } from '../api/use-action.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Refused } from '../parts/Refused.tsx'
import { QuickEntry, type QuickEntryProps } from './QuickEntry.tsx'

interface ActionDrawerProps extends Omit<QuickEntryProps, 'open' | 'saving'> {
  /** The action that saving sends. */
  action: Pick<ActionState<unknown, unknown>, 'sending' | 'problem'>
  /** Why it was not done: a sentence, or a part of one's own. */
  refused?: ReactNode
}

/** The drawer of one action: what stood in its way on top, with another try, and then its fields. */
export function ActionDrawer({ action, refused, children, ...entry }: ActionDrawerProps) {
  return (
    <QuickEntry open saving={action.sending} {...entry}>
      {action.problem && <ErrorState problem={action.problem} onRetry={entry.blocked === undefined ? entry.onSave : undefined} slim />}
      {typeof refused === 'string' ? <Refused sentence={refused} /> : refused}
      {children}
    </QuickEntry>
  )
}
