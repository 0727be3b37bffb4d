import type { ReactNode } from 'react'
import type { Problem } from '../../../../ui/api/problem.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'

interface StepFormProps {
  title: string
  saveLabel?: string
  promise?: string
  blocked?: string | undefined
  form: { sending: boolean; problem?: Problem | undefined }
  refused: string | undefined
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** The drawer of one step: what stands in the way above its fields. */
export function StepForm({ title, form, refused, onSave, onClose, children, saveLabel, promise, blocked }: StepFormProps) {
  return (
    <ActionDrawer
      title={title}
      saveLabel={saveLabel ?? title}
      action={form}
      refused={refused}
      blocked={blocked}
      {...(promise === undefined ? {} : { promise })}
      onSave={onSave}
      onClose={onClose}
    >
      {children}
    </ActionDrawer>
  )
}
