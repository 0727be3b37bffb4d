import { type ReactNode, useId } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'

/** What the control inside must carry, so that label, hint and error belong to it. */
export interface FieldProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FormFieldProps {
  label: ReactNode
  /** The sentence beside the field; nothing when all is well. */
  error?: string | undefined
  hint?: ReactNode
  optional?: boolean
  /** Draws the control: `(field) => <Input {...field} …/>`. */
  children: (field: FieldProps) => ReactNode
}

/** A label above, a control, and what is wrong right below it. */
export function FormField({ label, error, hint, optional, children }: FormFieldProps) {
  const text = useText()
  const id = useId()
  const notes = [hint !== undefined ? `${id}-hint` : '', error !== undefined ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field" data-wrong={error !== undefined || undefined}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="faint"> {text('state.optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': notes === '' ? undefined : notes, 'aria-invalid': error === undefined ? undefined : true })}
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={14} /> {error}
        </div>
      )}
    </div>
  )
}
