import type { ReactNode } from 'react'
import type { Problem } from '../../../../ui/api/problem.ts'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'

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
    <QuickEntry
      open
      title={title}
      saveLabel={saveLabel ?? title}
      saving={form.sending}
      blocked={blocked}
      {...(promise === undefined ? {} : { promise })}
      onSave={onSave}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={onSave} slim />}
      <Refused sentence={refused} />
      {children}
    </QuickEntry>
  )
}
