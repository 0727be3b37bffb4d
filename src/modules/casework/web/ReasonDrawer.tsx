import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ActionState } from '../../../ui/api/use-action.ts'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'

/** A reason of fewer characters says nothing. */
const SHORTEST = 2

interface ReasonDrawerProps {
  title: string
  saveLabel: string
  promise?: string
  /** What the reason is asked by, and what is said while there is none. */
  asked: { label: string; hint?: string; missing: string }
  action: Pick<ActionState<unknown, unknown>, 'sending' | 'problem'>
  /** Why it was not done: said beside the reason. */
  refused: string | undefined
  onSave: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks why, and then does what its button says; the reason is kept. */
export function ReasonDrawer({ asked, refused, onSave, children, ...entry }: ReasonDrawerProps) {
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isShort = reason.trim().length < SHORTEST
  const save = () => {
    setChecked(true)
    if (!isShort) onSave(reason.trim())
  }
  const { label, missing, ...hint } = asked
  return (
    <ActionDrawer {...entry} onSave={save} isTouched={reason !== ''}>
      {children}
      <FormField label={label} {...hint} error={refused ?? (isChecked && isShort ? missing : undefined)}>
        {(field) => (
          <Input.TextArea {...field} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </FormField>
    </ActionDrawer>
  )
}
